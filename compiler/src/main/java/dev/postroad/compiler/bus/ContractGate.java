package dev.postroad.compiler.bus;

import com.google.protobuf.Descriptors.Descriptor;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.proto.Compilation;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.proto.SourceLines;
import dev.postroad.contract.language.ContractOptions;
import dev.postroad.contract.topic.Contract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the contracts among compiled files: each message with a topic, and no topic twice. */
final class ContractGate {
    private final Consumer<Finding> findings;

    ContractGate(Consumer<Finding> findings) {
        this.findings = findings;
    }

    List<ContractSource> contracts(Compilation compilation) {
        var imported = imported(compilation);
        var contracts = new ArrayList<ContractSource>();
        for (var file : compilation.files()) {
            var messages = file.descriptor().getMessageTypes();
            nested(file, messages);
            var withTopic = messages.stream()
                    .filter(message -> ContractOptions.topic(message).isPresent())
                    .toList();
            withTopic.forEach(message -> read(file, message, contracts));
            if (withTopic.isEmpty() && !imported.contains(file.descriptor().getName())) {
                topicMissing(file);
            }
        }
        contracts.sort(Comparator.comparing(source -> source.contract().topic().toString()));
        claimedTwice(contracts);
        return contracts;
    }

    /** Files that others import hold shared types; they need no topic. */
    private static Set<String> imported(Compilation compilation) {
        return compilation.files().stream()
                .map(file -> file.descriptor().toProto())
                .flatMap(file ->
                        Stream.concat(file.getDependencyList().stream(), file.getOptionDependencyList().stream()))
                .collect(Collectors.toSet());
    }

    private void read(SourceFile file, Descriptor message, List<ContractSource> contracts) {
        var lines = new SourceLines(file);
        var problems = Contract.problems(message);
        for (var problem : problems) {
            findings.accept(TopicRules.of(problem)
                    .at(
                            lines.topicOption(message, problem.option()),
                            problem.element(),
                            problem.sentence(),
                            problem.fix())
                    .about(topicOf(message)));
        }
        if (problems.isEmpty()) {
            contracts.add(new ContractSource(Contract.of(message), file, lines.topicOption(message, "")));
        }
    }

    private static String topicOf(Descriptor message) {
        return ContractOptions.topic(message).map(options -> options.getName()).orElse("");
    }

    private void topicMissing(SourceFile file) {
        var messages = file.descriptor().getMessageTypes();
        if (messages.isEmpty()) {
            findings.accept(TopicRules.MISSING.at(
                    Place.of(file.shown()),
                    file.shown(),
                    "the file holds no message",
                    "add a message with a topic, import the file where it is used, or delete it"));
            return;
        }
        var message = messages.get(0);
        var problem = Contract.problems(message).get(0);
        findings.accept(TopicRules.of(problem)
                .at(
                        new SourceLines(file).of(message),
                        problem.element(),
                        problem.sentence(),
                        problem.fix() + ", or import the file from a contract"));
    }

    private void nested(SourceFile file, List<Descriptor> messages) {
        messages.stream()
                .flatMap(message -> message.getNestedTypes().stream())
                .flatMap(ContractGate::withNested)
                .filter(message -> ContractOptions.topic(message).isPresent())
                .forEach(message -> findings.accept(BusRules.TOPIC_NESTED.at(
                        new SourceLines(file).of(message),
                        message.getFullName(),
                        "a nested message cannot have a topic",
                        "move it to the top of a file of its own")));
    }

    private static Stream<Descriptor> withNested(Descriptor message) {
        return Stream.concat(
                Stream.of(message), message.getNestedTypes().stream().flatMap(ContractGate::withNested));
    }

    private void claimedTwice(List<ContractSource> contracts) {
        Map<String, ContractSource> owners = new HashMap<>();
        for (var source : contracts) {
            var names = Stream.of(
                            source.contract().topic().toString(),
                            source.contract().kafkaTopic())
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            for (var name : names) {
                var first = owners.putIfAbsent(name, source);
                if (first != null) {
                    findings.accept(claimedTwice(name, first, source));
                }
            }
        }
    }

    private static Finding claimedTwice(String topic, ContractSource first, ContractSource second) {
        return BusRules.TOPIC_WITH_TWO_MESSAGES
                .at(
                        second.place(),
                        topic,
                        "%s already carries %s (%s), and a topic carries exactly one message"
                                .formatted(topic, first.contract().message().getFullName(), first.place()),
                        "give %s a topic of its own"
                                .formatted(second.contract().message().getFullName()))
                .about(topic);
    }
}
