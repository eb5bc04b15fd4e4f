package dev.postroad.compiler.oracle;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A change that somebody might make to a contract.
 *
 * @param name as it is told in a failure
 */
record Mutation(String name, Edit edit) {
    static final List<Mutation> ALL = Stream.of(
                    FieldMutations.ALL,
                    NumberMutations.ALL,
                    ExtensionMutations.ALL,
                    FieldOptionMutations.ALL,
                    OneofMutations.ALL,
                    EnumMutations.ALL,
                    TypeMutations.ALL,
                    FileMutations.ALL)
            .flatMap(List::stream)
            .toList();

    /** Makes the change at a random place. */
    interface Edit {
        /** Whether there was a place for it; if not, nothing has changed. */
        boolean make(Schema schema, Random random);
    }

    @Override
    public String toString() {
        return name;
    }
}
