package dev.postroad.client.security;

import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/** A SASL mechanism that takes a name and a password. */
public enum PasswordMechanism {
    /** The password goes to the broker as it is (RFC 4616). */
    PLAIN("PLAIN", PlainLoginModule.class.getName()),
    /** The broker sees a proof that the password is known (RFC 7677). */
    SCRAM_SHA_256("SCRAM-SHA-256", ScramLoginModule.class.getName()),
    /** As {@link #SCRAM_SHA_256}, with the longer digest. */
    SCRAM_SHA_512("SCRAM-SHA-512", ScramLoginModule.class.getName());

    private final String mechanism;
    private final String module;

    PasswordMechanism(String mechanism, String module) {
        this.mechanism = mechanism;
        this.module = module;
    }

    /** The name that SASL has for it, such as {@code SCRAM-SHA-512}. */
    public String mechanism() {
        return mechanism;
    }

    String module() {
        return module;
    }
}
