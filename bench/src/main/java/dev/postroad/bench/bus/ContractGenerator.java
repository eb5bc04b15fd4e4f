package dev.postroad.bench.bus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes contracts up, the same ones for the same seed. */
final class ContractGenerator {
    private static final int FEWEST_FIELDS = 8;
    private static final int MOST_FIELDS = 25;

    private final Random random;
    private final List<String> teams;

    ContractGenerator(long seed, List<String> teams) {
        this.random = new Random(seed);
        this.teams = teams;
    }

    List<SyntheticContract> contracts(int count) {
        var perDomain = Vocabulary.NOUNS.size() * Vocabulary.VERBS.size();
        if (count > perDomain * Vocabulary.DOMAINS.size()) {
            throw new IllegalArgumentException("at most %d contracts have different names, got %d"
                    .formatted(perDomain * Vocabulary.DOMAINS.size(), count));
        }
        var events = events();
        var contracts = new ArrayList<SyntheticContract>();
        for (var i = 0; i < count; i++) {
            var domain = i % Vocabulary.DOMAINS.size();
            contracts.add(contract(domain, events.get(i / Vocabulary.DOMAINS.size())));
        }
        return contracts;
    }

    private List<String> events() {
        var events = new ArrayList<String>();
        for (var noun : Vocabulary.NOUNS) {
            for (var verb : Vocabulary.VERBS) {
                events.add(noun + ' ' + verb);
            }
        }
        Collections.shuffle(events, random);
        return events;
    }

    private SyntheticContract contract(int domain, String event) {
        var name = Vocabulary.DOMAINS.get(domain);
        var owner = teams.get((domain + (random.nextInt(4) == 0 ? Vocabulary.DOMAINS.size() : 0)) % teams.size());
        var states = Vocabulary.STATES.subList(0, 3 + random.nextInt(3));
        return new SyntheticContract(
                name, event, owner, 1 + random.nextInt(2000), fields(name, event), states, List.of());
    }

    private List<SyntheticField> fields(String domain, String event) {
        var count = FEWEST_FIELDS + random.nextInt(MOST_FIELDS - FEWEST_FIELDS + 1);
        var noun = event.substring(0, event.indexOf(' '));
        var fields = new ArrayList<SyntheticField>();
        fields.add(new SyntheticField(1, "string", noun + "_id", "Which one it is.", "string.uuid = true", "", false));
        var shared = new ArrayList<>(SharedType.all(List.of()));
        Collections.shuffle(shared, random);
        shared.subList(1 + random.nextInt(3), shared.size()).clear();
        shared.add(SharedType.of(domain));
        shared.forEach(type -> fields.add(type.field(fields.size() + 1, random.nextBoolean())));
        var templates = new ArrayList<>(FieldTemplate.ALL);
        Collections.shuffle(templates, random);
        for (var template : templates.subList(0, count - fields.size())) {
            fields.add(template.numbered(fields.size() + 1, random.nextInt(10) < 6, random.nextInt(10) < 3));
        }
        return fields;
    }
}
