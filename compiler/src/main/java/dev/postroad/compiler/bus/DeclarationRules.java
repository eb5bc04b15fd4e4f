package dev.postroad.compiler.bus;

import dev.postroad.compiler.bus.BusLoader.DeclaredProcess;
import dev.postroad.compiler.bus.BusLoader.DeclaredService;
import dev.postroad.compiler.bus.BusLoader.DeclaredSubscription;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.yaml.YamlText;
import dev.postroad.contract.language.TopicOptions.Visibility;
import dev.postroad.contract.topic.Contract;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Whether the names in a repository lead somewhere, and whether who uses a topic may. */
final class DeclarationRules {
    private final Set<String> teams;
    private final List<ContractSource> contracts;
    private final Map<String, Contract> byTopic = new HashMap<>();
    private final boolean topicsAreKnown;
    private final Consumer<Finding> findings;

    /**
     * Creates the rules.
     *
     * @param topicsAreKnown whether the contracts compiled; if not, a topic without a contract says nothing
     */
    DeclarationRules(
            List<Team> teams, List<ContractSource> contracts, boolean topicsAreKnown, Consumer<Finding> findings) {
        this.teams = teams.stream().map(Team::name).collect(Collectors.toCollection(TreeSet::new));
        this.contracts = contracts;
        this.topicsAreKnown = topicsAreKnown;
        this.findings = findings;
        contracts.forEach(
                source -> byTopic.putIfAbsent(source.contract().topic().toString(), source.contract()));
    }

    void check(List<DeclaredService> services, List<DeclaredProcess> demo) {
        var names = services.stream()
                .map(declared -> declared.service().name())
                .collect(Collectors.toCollection(TreeSet::new));
        contracts.forEach(source -> contract(source, names));
        services.forEach(this::service);
        demo.forEach(process -> process.service().ifPresent(service -> demoService(process, service, names)));
    }

    private void contract(ContractSource source, Set<String> services) {
        var contract = source.contract();
        if (!teams.contains(contract.owner())) {
            findings.accept(BusRules.OWNER_UNKNOWN
                    .at(
                            source.place(),
                            contract.topic().toString(),
                            "owner '%s' is no team".formatted(contract.owner()),
                            oneOf(teams, "add it to teams.yaml"))
                    .about(contract.topic().toString()));
        }
        for (var publisher : contract.publishers()) {
            if (!services.contains(publisher)) {
                findings.accept(BusRules.PUBLISHER_UNKNOWN
                        .at(
                                source.place(),
                                contract.topic().toString(),
                                "publisher '%s' is no service".formatted(publisher),
                                oneOf(services, "add services/" + publisher + ".yaml"))
                        .about(contract.topic().toString()));
            }
        }
    }

    private void service(DeclaredService declared) {
        var service = declared.service();
        if (!teams.contains(service.team())) {
            findings.accept(BusRules.TEAM_UNKNOWN.at(
                    declared.team().place(),
                    service.name(),
                    "team '%s' is no team".formatted(service.team()),
                    oneOf(teams, "add it to teams.yaml")));
        }
        for (var topic : declared.publishes()) {
            contract(topic, service).ifPresent(contract -> mayPublish(service, contract, topic));
        }
        var seen = new HashSet<Subscription>();
        for (var subscribed : declared.subscribes()) {
            var topic = subscribed.topic();
            contract(topic, service).ifPresent(contract -> maySubscribe(service, contract, topic));
            if (!seen.add(subscribed.subscription())) {
                twice(service, subscribed);
            }
        }
    }

    private void twice(Service service, DeclaredSubscription subscribed) {
        var topic = subscribed.topic();
        // Put together by hand: a service whose name is wrong has no group, and a finding of its own.
        var group = subscribed
                .subscription()
                .name()
                .map(name -> service.name() + '.' + name)
                .orElse(service.name());
        findings.accept(BusRules.SUBSCRIBED_TWICE
                .at(
                        topic.place(),
                        service.name(),
                        "group %s subscribes to %s twice".formatted(group, topic.value()),
                        "keep one, or give the other a group of its own: { topic: %s, subscription: <name> }"
                                .formatted(topic.value()))
                .about(topic.value()));
    }

    private Optional<Contract> contract(YamlText topic, Service service) {
        var contract = Optional.ofNullable(byTopic.get(topic.value()));
        if (contract.isEmpty() && topicsAreKnown) {
            findings.accept(BusRules.TOPIC_UNKNOWN
                    .at(
                            topic.place(),
                            service.name(),
                            "topic '%s' has no contract".formatted(topic.value()),
                            "add its contract, or correct the name")
                    .about(topic.value()));
        }
        return contract;
    }

    private void mayPublish(Service service, Contract contract, YamlText topic) {
        if (!contract.owner().equals(service.team()) && !contract.publishers().contains(service.name())) {
            findings.accept(BusRules.PUBLISHER_NOT_ALLOWED
                    .at(
                            topic.place(),
                            service.name(),
                            "%s belongs to team %s, and %s is of team %s"
                                    .formatted(topic.value(), contract.owner(), service.name(), service.team()),
                            "have the owner add publishers: \"%s\" to the contract".formatted(service.name()))
                    .about(topic.value()));
        }
    }

    private void maySubscribe(Service service, Contract contract, YamlText topic) {
        if (contract.visibility() == Visibility.PRIVATE && !contract.owner().equals(service.team())) {
            findings.accept(BusRules.SUBSCRIBER_NOT_ALLOWED
                    .at(
                            topic.place(),
                            service.name(),
                            "%s is PRIVATE to team %s, and %s is of team %s"
                                    .formatted(topic.value(), contract.owner(), service.name(), service.team()),
                            "ask the owner for visibility: PUBLIC")
                    .about(topic.value()));
        }
    }

    private void demoService(DeclaredProcess process, YamlText service, Set<String> services) {
        if (!services.contains(service.value())) {
            findings.accept(BusRules.SERVICE_UNKNOWN.at(
                    service.place(),
                    process.process().name(),
                    "service '%s' is no service".formatted(service.value()),
                    oneOf(services, "add services/" + service.value() + ".yaml")));
        }
    }

    private static String oneOf(Collection<String> known, String orElse) {
        return known.isEmpty() ? orElse : "use one of %s, or %s".formatted(String.join(", ", known), orElse);
    }
}
