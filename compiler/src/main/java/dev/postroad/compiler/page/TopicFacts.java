package dev.postroad.compiler.page;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.bus.Service;
import dev.postroad.compiler.bus.Team;
import dev.postroad.contract.language.TopicOptions.Cleanup;
import dev.postroad.contract.language.TopicOptions.Lifecycle;
import dev.postroad.contract.language.TopicOptions.Stage;
import dev.postroad.contract.language.TopicOptions.Visibility;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.GroupName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a contract's owner intends with the topic, and who uses it. */
record TopicFacts(BusRepository bus, Contract contract) {
    List<String> table() {
        var rows = new ArrayList<String>();
        rows.add(Markdown.header("topic", Markdown.code(contract.topic().toString())));
        contract.legacyName().ifPresent(name -> rows.add(Markdown.row("name in Kafka", Markdown.code(name))));
        rows.add(Markdown.row("message", Markdown.code(contract.message().getFullName())));
        rows.add(Markdown.row("owner", owner()));
        rows.add(Markdown.row(
                "key",
                contract.key().map(key -> Markdown.code(key.field().getName())).orElse("none: records keep no order")));
        rows.add(Markdown.row("old records", kept()));
        contract.expectedRate()
                .ifPresent(rate -> rows.add(Markdown.row("expected rate", number(rate) + " messages/s at peak")));
        contract.expectedSize()
                .ifPresent(size -> rows.add(Markdown.row("expected size", number(size) + " bytes a message")));
        rows.add(Markdown.row("who may subscribe", subscribersAllowed()));
        rows.add(Markdown.row("who may publish", publishersAllowed()));
        contract.partitions().ifPresent(count -> rows.add(Markdown.row("partitions", Integer.toString(count))));
        rows.add(Markdown.row("stage", stage()));
        rows.add(Markdown.row("lifecycle", lifecycle()));
        rows.add(Markdown.row(
                "contract version", Markdown.code(contract.version().toString())));
        return rows;
    }

    private String owner() {
        var team = bus.teams().stream()
                .filter(candidate -> candidate.name().equals(contract.owner()))
                .findFirst();
        var facts = new ArrayList<>(List.of(Markdown.text(contract.owner())));
        team.flatMap(Team::chat).ifPresent(chat -> facts.add("chat " + Markdown.text(chat)));
        team.flatMap(Team::onCall).ifPresent(onCall -> facts.add("on call " + Markdown.text(onCall)));
        return String.join(", ", facts);
    }

    private String kept() {
        return contract.cleanup() == Cleanup.COMPACT
                ? "COMPACT: the newest record of each key is kept"
                : "DELETE: kept for %s at least".formatted(contract.retention());
    }

    private String subscribersAllowed() {
        return contract.visibility() == Visibility.PRIVATE
                ? "PRIVATE: services of team " + Markdown.text(contract.owner())
                : "PUBLIC: any service that declares it";
    }

    private String publishersAllowed() {
        return contract.publishers().isEmpty()
                ? "services of team " + Markdown.text(contract.owner())
                : contract.publishers().stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    private String stage() {
        return contract.stage() == Stage.OBSERVED
                ? "OBSERVED: violations are counted, nothing is refused"
                : "ENFORCED: a message that breaks the contract is refused";
    }

    private String lifecycle() {
        return switch (contract.lifecycle()) {
            case DEPRECATED -> "**DEPRECATED**: still served; do not begin to use it";
            case RETIRING -> "**RETIRING**: to be deleted once nobody uses it";
            default -> "ACTIVE";
        };
    }

    /** Stage and lifecycle where they are not the usual ones. */
    String exceptions() {
        var words = new ArrayList<String>();
        if (contract.stage() != Stage.ENFORCED) {
            words.add(contract.stage().name());
        }
        if (contract.lifecycle() != Lifecycle.ACTIVE) {
            words.add(contract.lifecycle().name());
        }
        return String.join(", ", words);
    }

    List<String> users() {
        return List.of(
                Markdown.header("", "services that declare it"),
                Markdown.row("publish", names(bus.publishers(contract), service -> List.of(service.name()))),
                Markdown.row("subscribe", names(bus.subscribers(contract), this::groups)));
    }

    private List<String> groups(Service service) {
        return service.groups(contract.topic().toString()).stream()
                .map(GroupName::toString)
                .toList();
    }

    private static String names(List<Service> services, Function<Service, List<String>> names) {
        var teams = new TreeMap<String, String>();
        services.forEach(service -> names.apply(service).forEach(name -> teams.put(name, service.team())));
        return teams.isEmpty()
                ? "none"
                : teams.entrySet().stream()
                        .map(user ->
                                "%s (team %s)".formatted(Markdown.code(user.getKey()), Markdown.text(user.getValue())))
                        .collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : new BigDecimal(Double.toString(value)).toPlainString();
    }
}
