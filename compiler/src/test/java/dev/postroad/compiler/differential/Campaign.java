package dev.postroad.compiler.differential;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import dev.postroad.compiler.plan.InvalidRulesException;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.ProtovalidateCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Compares checks on many messages of many contracts, and remembers what came of it. For one thread. */
final class Campaign {
    private final List<String> differences = new ArrayList<>();
    private final Coverage coverage = new Coverage();
    private final Function<Descriptor, Optional<Check<Message>>> tested;
    private final int messages;
    private int compared;
    private int refused;
    private int left;

    /**
     * A comparison that has not begun.
     *
     * @param tested the check under test; empty where it leaves the contract to the library, an
     *     {@link InvalidRulesException} where the rules make no sense
     * @param messages how many messages of each contract
     */
    Campaign(Function<Descriptor, Optional<Check<Message>>> tested, int messages) {
        this.tested = tested;
        this.messages = messages;
    }

    /** Compares on messages of one contract. */
    void run(RandomContract contract, Descriptor type, LongFunction<Message> messageOfSeed) {
        var library = library(type);
        Optional<Check<Message>> check;
        try {
            check = tested.apply(type);
        } catch (InvalidRulesException e) {
            refused++;
            if (library.isPresent()) {
                differences.add("seed %d: the library takes the rules, but %s\n%s"
                        .formatted(contract.seed(), e.getMessage(), contract.text()));
            }
            return;
        }
        if (library.isEmpty() || check.isEmpty()) {
            if (library.isEmpty() && check.isPresent()) {
                differences.add("seed %d: the library refuses the rules, unlike the check under test\n%s"
                        .formatted(contract.seed(), contract.text()));
            }
            left++;
            return;
        }
        var comparison = new Comparison(contract, library.get(), check.get());
        for (var seed = 0; seed < messages; seed++) {
            var message = messageOfSeed.apply(seed);
            var verdict = compare(comparison, message, seed);
            if (seed % 2 == 0 && verdict instanceof Verdict.Broken broken) {
                compare(comparison, mended(message, broken), seed);
            }
        }
    }

    private static Optional<Check<Message>> library(Descriptor type) {
        try {
            return Optional.of(new ProtovalidateCheck<>(type));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The library's verdict, with which the other has been compared. */
    private Verdict compare(Comparison comparison, Message message, long seed) {
        compared++;
        var verdict = Verdict.of(comparison.library(), message);
        coverage.count(message, verdict);
        comparison
                .difference(message, verdict)
                .ifPresent(difference -> differences.add("seed of the message: %d\n%s".formatted(seed, difference)));
        return verdict;
    }

    /** The message without the fields that break a rule, which is more often valid. */
    private static Message mended(Message message, Verdict.Broken broken) {
        var mended = message.toBuilder();
        for (var violation : broken.violations()) {
            var name = violation.field().split("[.\\[]", 2)[0];
            var field = message.getDescriptorForType().findFieldByName(name);
            if (field != null) {
                mended.clearField(field);
            }
        }
        return mended.buildPartial();
    }

    List<String> differences() {
        return differences;
    }

    Coverage coverage() {
        return coverage;
    }

    /** Messages that were judged by both. */
    int compared() {
        return compared;
    }

    /** Contracts that both refused. */
    int refused() {
        return refused;
    }

    /** Contracts that the check under test left to the library. */
    int left() {
        return left;
    }
}
