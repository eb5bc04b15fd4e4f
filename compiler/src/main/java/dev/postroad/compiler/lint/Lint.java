package dev.postroad.compiler.lint;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.constraint.Constraints;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.naming.Naming;
import dev.postroad.compiler.privacy.PersonalData;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.remark.Allowance;
import dev.postroad.compiler.remark.Allowances;
import dev.postroad.compiler.remark.Remarks;
import dev.postroad.compiler.style.Style;
import dev.postroad.contract.language.ContractOptions;
import java.util.ArrayList;
import java.util.List;

/** Checks contracts as they are. */
public final class Lint {
    private Lint() {}

    /** Checks every compiled file of a repository; one that does not compile has none. */
    public static LintReport check(BusRepository repository) {
        return check(repository.files());
    }

    /** Checks files that belong together. */
    public static LintReport check(List<SourceFile> files) {
        var personalData =
                new PersonalData(files.stream().map(SourceFile::descriptor).toList());
        var constraints = new Constraints();
        var allowances = new Allowances(LintRules.ALL);
        var findings = new ArrayList<Finding>();
        var used = new ArrayList<Allowance>();
        for (var file : files) {
            var remarks = new Remarks(file);
            Naming.check(remarks);
            Style.check(remarks);
            personalData.check(remarks);
            constraints.check(remarks);
            var outcome = allowances.apply(remarks);
            var topic = topic(file);
            outcome.findings().forEach(finding -> findings.add(finding.about(topic)));
            used.addAll(outcome.used());
        }
        return new LintReport(findings, used);
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
