package dev.postroad.client.security;

/** A secret that does not change. */
record SecretText(String value) implements Secret {
    SecretText {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the secret is empty; leave it out, or say what it is");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
