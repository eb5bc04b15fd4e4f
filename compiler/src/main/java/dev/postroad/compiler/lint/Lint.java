package dev.postroad.compiler.lint;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.constraint.Constraints;
import dev.postroad.compiler.naming.Naming;
import dev.postroad.compiler.privacy.PersonalData;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.remark.Allowances;
import dev.postroad.compiler.remark.Allowances.Outcome;
import dev.postroad.compiler.remark.Remarks;
import dev.postroad.compiler.style.Style;
import dev.postroad.contract.language.ContractOptions;
import java.util.List;

/** Checks contracts as they are. */
public final class Lint {
    private Lint() {}

    /** Checks every compiled file of a repository; one that does not compile has none. */
    public static LintReport check(BusRepository repository) {
        return check(repository.files());
    }

    /** Checks files that belong together, several at once. */
    public static LintReport check(List<SourceFile> files) {
        var personalData =
                new PersonalData(files.stream().map(SourceFile::descriptor).toList());
        var constraints = new Constraints();
        var allowances = new Allowances(LintRules.ALL);
        var outcomes = files.parallelStream()
                .map(file -> check(file, personalData, constraints, allowances))
                .toList();
        return new LintReport(
                outcomes.stream()
                        .flatMap(outcome -> outcome.findings().stream())
                        .toList(),
                outcomes.stream().flatMap(outcome -> outcome.used().stream()).toList());
    }

    private static Outcome check(
            SourceFile file, PersonalData personalData, Constraints constraints, Allowances allowances) {
        var remarks = new Remarks(file);
        Naming.check(remarks);
        Style.check(remarks);
        personalData.check(remarks);
        constraints.check(remarks);
        var outcome = allowances.apply(remarks);
        var topic = topic(file);
        return new Outcome(
                outcome.findings().stream().map(finding -> finding.about(topic)).toList(), outcome.used());
    }

    /** The topic that a file is about: that of its only contract. */
    private static String topic(SourceFile file) {
        var topics = file.descriptor().getMessageTypes().stream()
                .flatMap(message -> ContractOptions.topic(message).stream())
                .map(topic -> topic.getName())
                .toList();
        return topics.size() == 1 ? topics.get(0) : "";
    }
}
