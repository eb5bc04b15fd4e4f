package dev.postroad.bench.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** What somebody does to a contract. Most add to it; a few break it. */
enum Change {
    ADD_FIELD(false) {
        @Override
        SyntheticContract apply(SyntheticContract contract) {
            var number = 1
                    + contract.fields().stream()
                            .mapToInt(SyntheticField::number)
                            .max()
                            .orElse(0);
            var fields = new ArrayList<>(contract.fields());
            fields.add(new SyntheticField(
                    number, "string", "added_" + number, "What was found out later.", "", "", false));
            return contract.with(fields);
        }
    },
    ADD_STATE(false) {
        @Override
        SyntheticContract apply(SyntheticContract contract) {
            return contract.withState("suspended");
        }
    },
    DELETE_FIELD(true) {
        @Override
        SyntheticContract apply(SyntheticContract contract) {
            return contract.without(last(contract));
        }
    },
    RENAME_FIELD(true) {
        @Override
        SyntheticContract apply(SyntheticContract contract) {
            return changed(contract, last(contract), field -> field.named(field.name() + "_renamed"));
        }
    },
    RETYPE_FIELD(true) {
        @Override
        SyntheticContract apply(SyntheticContract contract) {
            return changed(
                    contract, last(contract), field -> field.typed("string".equals(field.type()) ? "int64" : "string"));
        }
    },
    REQUIRE_FIELD(true) {
        @Override
        SyntheticContract apply(SyntheticContract contract) {
            return changed(contract, last(contract), field -> field.ruled("required = true"));
        }
    };

    private final boolean breaking;

    Change(boolean breaking) {
        this.breaking = breaking;
    }

    /** The contract after the change. */
    abstract SyntheticContract apply(SyntheticContract contract);

    /** A change, breaking in one case of five. */
    static Change next(Random random) {
        var breaking = random.nextInt(5) == 0;
        var choices = List.of(values()).stream()
                .filter(change -> change.breaking == breaking)
                .toList();
        return choices.get(random.nextInt(choices.size()));
    }

    private static SyntheticField last(SyntheticContract contract) {
        return contract.fields().get(contract.fields().size() - 1);
    }

    private static SyntheticContract changed(
            SyntheticContract contract, SyntheticField field, UnaryOperator<SyntheticField> change) {
        return contract.with(contract.fields().stream()
                .map(each -> each.equals(field) ? change.apply(each) : each)
                .toList());
    }
}
