package dev.postroad.compiler.bus;

import dev.postroad.compiler.bus.Service.Objectives;
import dev.postroad.compiler.file.TextFolder;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.proto.Compilation;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.compiler.yaml.YamlMap;
import dev.postroad.compiler.yaml.YamlRules;
import dev.postroad.compiler.yaml.YamlText;
import dev.postroad.contract.topic.GroupName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reads the files of one repository, then lets {@link ContractGate} and {@link DeclarationRules} judge them. */
final class BusLoader {
    private final Path root;
    private final Protoc protoc;
    private final List<Finding> findings = new ArrayList<>();

    BusLoader(Path root, Protoc protoc) {
        this.root = root;
        this.protoc = protoc;
    }

    BusRepository load() {
        // protoc is a process of its own and takes longest: the YAML files are read beside it.
        var compiling = CompletableFuture.supplyAsync(this::compile);
        var main = YamlMap.read(root, BusRepository.MAIN_FILE, findings::add);
        var name = main.requiredText("name").map(YamlText::value).orElse("");
        var clusters = clusters(main.map("clusters"));
        var demo = demo(main);
        main.finish();

        var teams = teams();
        var services = services();
        var compilation = result(compiling);
        findings.addAll(compilation.findings());
        var contracts = new ContractGate(findings::add).contracts(compilation);
        var compiled = !compilation.files().isEmpty();
        new DeclarationRules(teams, contracts, compiled, findings::add).check(services, demo);

        return new BusRepository(
                root,
                name,
                clusters,
                teams,
                services.stream().map(DeclaredService::service).toList(),
                compilation.files(),
                contracts,
                demo.stream().map(DeclaredProcess::process).toList(),
                findings);
    }

    /** A service with the places of what it names. */
    record DeclaredService(
            Service service,
            Place place,
            YamlText team,
            List<YamlText> publishes,
            List<DeclaredSubscription> subscribes) {}

    /** A subscription with the place of its topic. */
    record DeclaredSubscription(Subscription subscription, YamlText topic) {}

    /** A demo process with the place of the service that it names. */
    record DeclaredProcess(DemoProcess process, Optional<YamlText> service) {}

    private static Compilation result(CompletableFuture<Compilation> compiling) {
        try {
            return compiling.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Compilation compile() {
        if (!Files.exists(root.resolve(BusRepository.CONTRACTS), LinkOption.NOFOLLOW_LINKS)) {
            return new Compilation(List.of(), List.of());
        }
        var refused = new ArrayList<Finding>();
        return new TextFolder(root, "", refused::add)
                .folder(BusRepository.CONTRACTS)
                .map(folder -> protoc.compile(folder, BusRepository.CONTRACTS + "/"))
                .orElseGet(() -> new Compilation(List.of(), refused));
    }

    private static List<Cluster> clusters(YamlMap clusters) {
        var result = new ArrayList<Cluster>();
        for (var environment : clusters.keys()) {
            var cluster = clusters.map(environment.value());
            cluster.requiredText("bootstrap")
                    .ifPresent(bootstrap -> result.add(new Cluster(environment.value(), bootstrap.value())));
            cluster.finish();
        }
        return result;
    }

    private List<DeclaredProcess> demo(YamlMap main) {
        var result = new ArrayList<DeclaredProcess>();
        for (var entry : main.maps("demo")) {
            var name = entry.requiredText("name");
            var service = entry.text("service");
            var command = values(entry.texts("command"));
            var once = values(entry.texts("once"));
            entry.finish();
            if (command.isEmpty()) {
                findings.add(YamlRules.KEY_MISSING.at(
                        entry.place(), "demo", "'command' is missing", "add command: [program, argument]"));
            }
            name.ifPresent(text -> result.add(new DeclaredProcess(
                    new DemoProcess(text.value(), service.map(YamlText::value), command, once), service)));
        }
        return result;
    }

    private List<Team> teams() {
        var path = root.resolve("teams.yaml");
        if (!Files.exists(path)) {
            findings.add(BusRules.TEAMS_MISSING.at(
                    Place.of("teams.yaml"), "teams", "there is no teams.yaml", "create it with 'teams:'"));
            return List.of();
        }
        var file = YamlMap.read(root, "teams.yaml", findings::add);
        var teams = file.map("teams");
        var result = new ArrayList<Team>();
        for (var name : teams.keys()) {
            var team = teams.map(name.value());
            result.add(new Team(
                    name.value(),
                    team.text("chat").map(YamlText::value),
                    team.text("on_call").map(YamlText::value),
                    team.text("oidc_group").map(YamlText::value)));
            team.finish();
        }
        file.finish();
        return result;
    }

    private List<DeclaredService> services() {
        if (!Files.exists(root.resolve("services"), LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        var folder = new TextFolder(root, "", findings::add).folder("services");
        return folder.isEmpty() ? List.of() : services(folder.get());
    }

    private List<DeclaredService> services(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(path -> service(path).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private Optional<DeclaredService> service(Path path) {
        var file = path.getFileName().toString();
        var shown = "services/" + file;
        var yaml = YamlMap.read(root, shown, findings::add);
        var name = yaml.requiredText("name");
        var team = yaml.requiredText("team");
        var principals = yaml.map("principals");
        var byEnvironment = new LinkedHashMap<String, String>();
        for (var environment : principals.keys()) {
            principals
                    .text(environment.value())
                    .ifPresent(text -> byEnvironment.put(environment.value(), text.value()));
        }
        var publishes = yaml.texts("publishes");
        var subscribes = yaml.maps("subscribes", "topic").stream()
                .flatMap(entry -> subscription(entry).stream())
                .toList();
        var objectives = objectives(yaml.map("objectives"));
        yaml.finish();
        if (name.isEmpty() || team.isEmpty()) {
            return Optional.empty();
        }
        checkName(name.get(), file);
        var service = new Service(
                name.get().value(),
                team.get().value(),
                byEnvironment,
                values(publishes),
                subscribes.stream().map(DeclaredSubscription::subscription).toList(),
                objectives);
        return Optional.of(new DeclaredService(service, yaml.place(), team.get(), publishes, subscribes));
    }

    private Optional<DeclaredSubscription> subscription(YamlMap entry) {
        var topic = entry.requiredText("topic");
        var name = entry.text("subscription");
        entry.finish();
        if (name.isPresent() && !GroupName.isWord(name.get().value())) {
            findings.add(BusRules.SUBSCRIPTION_NAME.at(
                    name.get().place(),
                    name.get().value(),
                    "'%s' is no name of a subscription".formatted(name.get().value()),
                    "use lower-case words joined by hyphens, such as audit"));
            return Optional.empty();
        }
        return topic.map(
                text -> new DeclaredSubscription(new Subscription(text.value(), name.map(YamlText::value)), text));
    }

    private void checkName(YamlText name, String file) {
        if (!GroupName.isWord(name.value())) {
            findings.add(BusRules.SERVICE_NAME.at(
                    name.place(),
                    name.value(),
                    "'%s' is no service name".formatted(name.value()),
                    "use lower-case words joined by hyphens, such as order-mailer"));
        } else if (!file.equals(name.value() + ".yaml")) {
            findings.add(BusRules.SERVICE_NAME.at(
                    name.place(),
                    name.value(),
                    "service '%s' stands in %s".formatted(name.value(), file),
                    "name the file %s.yaml".formatted(name.value())));
        }
    }

    private Optional<Objectives> objectives(YamlMap yaml) {
        if (yaml.isEmpty()) {
            return Optional.empty();
        }
        var freshness = yaml.text("freshness").map(YamlText::value);
        var success = yaml.text("success").flatMap(this::percent);
        yaml.finish();
        return Optional.of(new Objectives(freshness, success));
    }

    private Optional<Double> percent(YamlText text) {
        try {
            var value = Double.parseDouble(text.value());
            if (value > 0 && value <= 100) {
                return Optional.of(value);
            }
        } catch (NumberFormatException ignored) {
            // Reported below, like a number that is out of range.
        }
        findings.add(BusRules.OBJECTIVE.at(
                text.place(),
                "success",
                "success '%s' is no share in percent".formatted(text.value()),
                "write a number above 0, up to 100"));
        return Optional.empty();
    }

    private static List<String> values(List<YamlText> texts) {
        return texts.stream().map(YamlText::value).toList();
    }
}
