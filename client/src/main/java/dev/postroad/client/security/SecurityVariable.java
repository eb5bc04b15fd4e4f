package dev.postroad.client.security;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environment variables that say how a service and its brokers know each other. */
public enum SecurityVariable {
    TLS_TRUST(
            "The PEM file with the certificates of the authorities whose brokers are trusted, or `jvm` for those that the JVM trusts; without it there is no TLS."),
    TLS_CERTIFICATE(
            "The PEM file with the service's certificate, followed by its issuers, if brokers are to know it by that."),
    TLS_KEY("The PEM file with the certificate's private key, in PKCS#8 and not encrypted."),
    SASL_MECHANISM(
            "`PLAIN`, `SCRAM-SHA-256`, `SCRAM-SHA-512` or `OAUTHBEARER`; without it there is no SASL. Of these only the SCRAM ones go without TLS."),
    SASL_USERNAME("The name to log in with; the client id for `OAUTHBEARER`."),
    SASL_PASSWORD("The password; the client secret for `OAUTHBEARER`."),
    SASL_PASSWORD_FILE(
            "The file with the password, in place of `POSTROAD_SASL_PASSWORD`; read again at each connection, for `OAUTHBEARER` once."),
    SASL_TOKEN_ENDPOINT(
            "Where Kafka's client gets its token for `OAUTHBEARER`; the JVM's property `org.apache.kafka.sasl.oauthbearer.allowed.urls` must list it.");

    private final String meaning;

    SecurityVariable(String meaning) {
        this.meaning = meaning;
    }

    /** The variable's name, such as {@code POSTROAD_TLS_TRUST}. */
    public String variable() {
        return "POSTROAD_" + name();
    }

    /** The name in a file of settings, such as {@code tlsTrust}. */
    public String setting() {
        var words = name().toLowerCase(Locale.ROOT).split("_");
        return Stream.of(words)
                .skip(1)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", words[0], ""));
    }

    /** What it says, in Markdown. */
    public String meaning() {
        return meaning;
    }

    Optional<String> in(Map<String, String> environment) {
        var value = Optional.ofNullable(environment.get(variable()));
        if (value.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("%s is empty; unset it, or say what it is".formatted(this));
        }
        return value;
    }

    boolean isIn(Map<String, String> environment) {
        return in(environment).isPresent();
    }

    String requiredIn(Map<String, String> environment, String by) {
        return in(environment)
                .orElseThrow(() -> new IllegalArgumentException("%s needs %s, which is not set".formatted(by, this)));
    }

    @Override
    public String toString() {
        return variable();
    }
}
