package dev.postroad.acceptance.reference;

import dev.postroad.acceptance.Checkout;
import dev.postroad.client.serialization.ContractProperties;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.settings.KafkaOverrides;
import dev.postroad.client.settings.Setting;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The reference of settings, from their declaration and the comments beside it. */
final class SettingsPage {
    private static final String PROTOC = "compiler/src/main/java/dev/postroad/compiler/proto/Protoc.java";

    private final String source;

    private SettingsPage(String source) {
        this.source = source;
    }

    static String text() throws IOException {
        return """
                # Settings

                This page is generated from the code.

                ## Of the client

                `Bus.connect(service)` takes these from the environment; `Bus.connect(BusSettings)` takes them from the program.

                | setting | variable | default | meaning |
                |---|---|---|---|
                %s
                `%s` names a file of settings, with one `setting=value` on each line; the environment goes before the file.

                ### Properties of Kafka's clients

                `kafka.<property>=<value>` in the file, or the variable `%s<PROPERTY>` with underscores for dots, such as
                `%sLINGER_MS=20`, overrides what Postroad sets. Each is logged, and reported by its name. What the promises of
                the client rest on cannot be overridden, such as `acks` or `enable.auto.commit`.

                Everything else follows from the contract, or is the same for all services.

                ## Of Kafka's own clients

                Properties of a producer, consumer or application of Kafka Streams with
                [Postroad's serializers](../how-to/use-kafkas-own-clients.md), which are not those of `Bus`.

                | property | default | meaning |
                |---|---|---|
                %s
                ## Of the program

                | variable | meaning |
                |---|---|
                | `JAVA_HOME` | The JDK that the launcher `postroad` uses, 17 or newer; the one of the `PATH` if it is unset. |
                | `POSTROAD_JAVA_OPTIONS` | Further options for the JVM of the program, separated by blanks, such as `-Xmx1g` for 1 GB of memory; it has 512 MB otherwise. |
                | `%s` | %s |
                """.formatted(
                        settings(),
                        BusSettings.FILE_VARIABLE,
                        KafkaOverrides.VARIABLE_PREFIX,
                        KafkaOverrides.VARIABLE_PREFIX,
                        properties(),
                        Protoc.VARIABLE,
                        new SettingsPage(Checkout.read(PROTOC)).comment("VARIABLE"));
    }

    private static String settings() {
        return Setting.ALL.stream()
                .map(setting -> "| `%s` | `%s` | `%s` | %s |\n"
                        .formatted(setting.name(), setting.variable(), setting.standard(), setting.meaning()))
                .collect(Collectors.joining());
    }

    private static String properties() {
        return ContractProperties.definition().configKeys().values().stream()
                .map(key -> "| `%s` | `%s` | %s |\n"
                        .formatted(
                                key.name, Optional.ofNullable(key.defaultValue).orElse("none"), key.documentation))
                .collect(Collectors.joining());
    }

    /** The comment before a constant. */
    private String comment(String constant) {
        return found("/\\*\\* ([^*]*) \\*/\\s+public static final String " + constant + " ");
    }

    private String found(String pattern) {
        var matcher = Pattern.compile(pattern).matcher(source);
        if (!matcher.find()) {
            throw new IllegalStateException("no match for " + pattern);
        }
        var sentence = matcher.group(1)
                .replaceAll("\\n \\*\\s+", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .strip();
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
