package dev.postroad.compiler.differential;

/**
 * A {@code .proto} file with a message {@code Root} that follows from a seed. Successive seeds take the standard rules
 * in turn, so that a few dozen have them all.
 */
record RandomContract(long seed) {
    String fileName() {
        return "s%d.proto".formatted(seed);
    }

    String packageName() {
        return "differential.s%d".formatted(seed);
    }

    String text() {
        return new ContractText(seed).text();
    }
}
