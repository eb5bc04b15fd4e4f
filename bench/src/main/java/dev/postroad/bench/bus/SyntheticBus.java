package dev.postroad.bench.bus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A bus repository of any size. */
public final class SyntheticBus {
    private static final int TEAMS = 40;
    private static final int CONTRACTS_PER_SERVICE = 5;
    private static final int MOST_SUBSCRIPTIONS = 15;

    private final long seed;
    private final List<String> teams;
    private final List<SyntheticContract> contracts;

    private SyntheticBus(long seed, List<String> teams, List<SyntheticContract> contracts) {
        this.seed = seed;
        this.teams = teams;
        this.contracts = List.copyOf(contracts);
    }

    /** A bus of some contracts, a fifth as many services and 40 teams. */
    public static SyntheticBus of(long seed, int contracts) {
        var teams = IntStream.range(0, TEAMS).mapToObj("team-%02d"::formatted).toList();
        return new SyntheticBus(seed, teams, new ContractGenerator(seed, teams).contracts(contracts));
    }

    /** The bus after one in twenty contracts was changed; one in five of these changes breaks somebody. */
    public SyntheticBus mutate(long mutationSeed) {
        var random = new Random(mutationSeed);
        return new SyntheticBus(
                seed,
                teams,
                contracts.stream()
                        .map(contract ->
                                random.nextInt(20) == 0 ? Change.next(random).apply(contract) : contract)
                        .toList());
    }

    /** Writes the repository into a folder. */
    public void write(Path folder) throws IOException {
        write(
                folder.resolve("postroad.yaml"),
                "name: synthetic\n\nclusters:\n  prod: { bootstrap: \"kafka.example.org:9092\" }\n");
        write(
                folder.resolve("teams.yaml"),
                teams.stream()
                        .map(team -> "  %s: { chat: \"#%s\", on_call: \"%s-oncall\", oidc_group: \"%s\" }\n"
                                .formatted(team, team, team, team))
                        .collect(Collectors.joining("", "teams:\n", "")));
        var imported = new TreeSet<String>();
        for (var contract : contracts) {
            imported.addAll(contract.imports());
            write(folder.resolve("contracts").resolve(contract.file()), contract.source());
        }
        for (var type : SharedType.all(Vocabulary.DOMAINS)) {
            if (imported.contains(type.file())) {
                write(folder.resolve("contracts").resolve(type.file()), type.source());
            }
        }
        services(folder.resolve("services"));
    }

    private void services(Path folder) throws IOException {
        var random = new Random(seed);
        for (var i = 0; i < Math.max(1, contracts.size() / CONTRACTS_PER_SERVICE); i++) {
            var name = "service-%03d".formatted(i);
            var team = teams.get(i % teams.size());
            var published = contracts.stream()
                    .filter(contract -> contract.owner().equals(team))
                    .filter(contract -> random.nextInt(CONTRACTS_PER_SERVICE) == 0)
                    .toList();
            var subscribed = new ArrayList<SyntheticContract>();
            for (var j = random.nextInt(MOST_SUBSCRIPTIONS); j >= 0; j--) {
                var contract = contracts.get(random.nextInt(contracts.size()));
                if (!subscribed.contains(contract)) {
                    subscribed.add(contract);
                }
            }
            write(folder.resolve(name + ".yaml"), """
                    name: %s
                    team: %s
                    publishes: %s
                    subscribes: %s
                    principals: { prod: "User:CN=%s" }
                    objectives: { freshness: "2m", success: 99 }
                    """.formatted(
                            name, team, topics(published), topics(subscribed), name));
        }
    }

    private static String topics(List<SyntheticContract> contracts) {
        return contracts.stream().map(SyntheticContract::topic).collect(Collectors.joining(", ", "[", "]"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
