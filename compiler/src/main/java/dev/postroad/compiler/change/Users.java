package dev.postroad.compiler.change;

import dev.postroad.compiler.bus.Service;
import dev.postroad.compiler.finding.Breakage;
import dev.postroad.compiler.finding.Impact;
import dev.postroad.compiler.finding.Impact.Use;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who uses which topic, as the services declare. */
final class Users {
    private static final Set<Breakage> FOR_PUBLISHERS = Set.of(Breakage.OLD_PRODUCERS, Breakage.SOURCE_CODE);
    private static final Set<Breakage> FOR_SUBSCRIBERS =
            Set.of(Breakage.STORED_MESSAGES, Breakage.OLD_CONSUMERS, Breakage.JSON_READERS, Breakage.SOURCE_CODE);

    private final Map<String, List<Impact>> byTopic = new HashMap<>();

    Users(Collection<Service> services) {
        for (var service : services) {
            service.publishes().forEach(topic -> add(topic, service, Use.PUBLISHES));
            service.subscribes().forEach(subscription -> add(subscription.topic(), service, Use.SUBSCRIBES));
        }
    }

    private void add(String topic, Service service, Use use) {
        // Which fields a service reads is not known yet.
        var impact = new Impact(service.name(), service.team(), use, List.of());
        byTopic.merge(
                topic,
                List.of(impact),
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }

    /** The users of some topics for whom a change breaks; all of them if it breaks for nobody in particular. */
    List<Impact> touched(Collection<String> topics, Collection<Breakage> breaks) {
        return topics.stream()
                .flatMap(topic -> byTopic.getOrDefault(topic, List.of()).stream())
                .filter(user -> breaks.isEmpty() || breaks.stream().anyMatch(side(user.use())::contains))
                .distinct()
                .toList();
    }

    private static Set<Breakage> side(Use use) {
        return use == Use.PUBLISHES ? FOR_PUBLISHERS : FOR_SUBSCRIBERS;
    }
}
