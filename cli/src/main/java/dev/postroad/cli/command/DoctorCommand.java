package dev.postroad.cli.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.postroad.cli.bus.BusOptions;
import dev.postroad.cli.bus.ClusterOptions;
import dev.postroad.cli.bus.UnknownServiceException;
import dev.postroad.cli.output.Columns;
import dev.postroad.cli.output.Columns.Align;
import dev.postroad.cli.output.Console;
import dev.postroad.cli.output.Counted;
import dev.postroad.cli.output.FormatOption;
import dev.postroad.client.Bus;
import dev.postroad.client.doctor.DoctorFinding;
import dev.postroad.client.doctor.DoctorFinding.Grade;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.bus.Service;
import dev.postroad.compiler.bus.Subscription;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.GroupName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code postroad doctor}. */
@Command(
        name = "doctor",
        description = {
            "Looks whether a cluster has what a service needs: brokers, topics, rights, replicas.",
            "It connects as the service does: with the variables for TLS and SASL that are set."
        },
        footer = "%nExit code 1 if the service would not work.")
public final class DoctorCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "SERVICE", description = "The service, as its file in services/ names it.")
    private String service = "";

    @Mixin
    private BusOptions busOptions = new BusOptions();

    @Mixin
    private ClusterOptions clusterOptions = new ClusterOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    /** The command on the given streams. */
    public DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var repository = busOptions.load();
        var declared = UnknownServiceException.requireService(repository, service);
        var settings = clusterOptions.settings(service, busOptions, repository);
        List<DoctorFinding> findings;
        try (var bus = Bus.connect(settings)) {
            findings = bus.examine(contracts(repository, declared.publishes()), subscribed(repository, declared));
        }
        if (format.isJson()) {
            console.out().println(json(settings.bootstrap(), findings));
        } else {
            print(findings);
        }
        return findings.stream().allMatch(DoctorFinding::isHarmless) ? 0 : 1;
    }

    private static List<Contract> contracts(BusRepository repository, List<String> topics) {
        return topics.stream()
                .map(repository::contract)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Map<GroupName, List<Contract>> subscribed(BusRepository repository, Service declared) {
        var byGroup = new LinkedHashMap<GroupName, List<Contract>>();
        for (var group : declared.groups()) {
            var topics = declared.subscribes().stream()
                    .filter(subscription -> subscription.group(declared.name()).equals(group))
                    .map(Subscription::topic)
                    .toList();
            byGroup.put(group, contracts(repository, topics));
        }
        return byGroup;
    }

    private void print(List<DoctorFinding> findings) {
        var table = new Columns(Align.LEFT, Align.LEFT);
        findings.forEach(finding -> table.row(word(finding.grade()), finding.sentence()));
        table.lines().forEach(console.out()::println);
        var bad = findings.stream().filter(finding -> !finding.isHarmless()).count();
        console.out()
                .println(
                        bad == 0
                                ? "%s would work".formatted(service)
                                : "%s would not work: %s".formatted(service, Counted.of(bad, "problem")));
    }

    private static String word(Grade grade) {
        return switch (grade) {
            case GOOD -> "good";
            case WARNING -> "warning";
            case ERROR, DENIED -> "error";
        };
    }

    private JsonObject json(String bootstrap, List<DoctorFinding> findings) {
        var all = new JsonArray();
        for (var finding : findings) {
            var object = new JsonObject();
            object.addProperty("grade", finding.grade().name().toLowerCase(Locale.ROOT));
            object.addProperty("sentence", finding.sentence());
            all.add(object);
        }
        var result = new JsonObject();
        result.addProperty("service", service);
        result.addProperty("bootstrap", bootstrap);
        result.addProperty("works", findings.stream().allMatch(DoctorFinding::isHarmless));
        result.add("findings", all);
        return result;
    }
}
