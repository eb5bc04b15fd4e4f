package dev.postroad.compiler.baseline;

import java.util.Locale;

/**
 * Where prior contracts come from.
 *
 * @param kind what they were read from
 * @param name how it was asked for
 * @param commit the commit's object id; empty if it is no Git revision
 */
public record Origin(Kind kind, String name, String commit) {
    private static final int SHORT = 12;

    /** What contracts can be read from. */
    public enum Kind {
        /** A Git revision. */
        REVISION,
        /** A bus repository, or a folder of contracts. */
        FOLDER,
        /** A file that protoc wrote. */
        DESCRIPTOR_SET;

        /** As programs are told, such as {@code descriptor-set}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Origin folder(String name) {
        return new Origin(Kind.FOLDER, name, "");
    }

    static Origin descriptorSet(String name) {
        return new Origin(Kind.DESCRIPTOR_SET, name, "");
    }

    static Origin revision(String name, String commit) {
        return new Origin(Kind.REVISION, name, commit);
    }

    /** As people are told, such as {@code revision main (3f2a0c11b5de)}. */
    @Override
    public String toString() {
        var what = kind.toString().replace('-', ' ') + ' ' + name;
        return commit.isEmpty() ? what : "%s (%s)".formatted(what, commit.substring(0, SHORT));
    }
}
