package dev.postroad.cli.up;

import dev.postroad.cli.output.Counted;
import dev.postroad.platform.snapshot.BusSnapshot;
import dev.postroad.platform.snapshot.BusSnapshot.GroupView;
import dev.postroad.platform.snapshot.BusSnapshot.TopicView;
import dev.postroad.platform.snapshot.Offsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether every accepted message was consumed by every subscriber, by Kafka's offsets and by the clients' reports
 * alike.
 *
 * @param missing what is not accounted for; nothing if all is
 */
record OnceVerdict(List<String> missing) {
    OnceVerdict {
        missing = List.copyOf(missing);
    }

    boolean isComplete() {
        return missing.isEmpty();
    }

    /**
     * The verdict on what happened between two looks at the offsets.
     *
     * @param before as it was when the reports began to be counted
     * @param after as it is
     * @param snapshot the reports
     */
    static OnceVerdict of(Offsets before, Offsets after, BusSnapshot snapshot) {
        var missing = new ArrayList<String>();
        for (var topic : snapshot.topics()) {
            var name = topic.topic();
            var stored = after.end(name) - before.end(name);
            if (stored != topic.published()) {
                missing.add("%s: %d published by the reports, %d stored by the broker"
                        .formatted(name, topic.published(), stored));
            }
            if (topic.failed() > 0) {
                missing.add("%s: %s never acknowledged".formatted(name, Counted.of(topic.failed(), "message")));
            }
            topic.groups().forEach(group -> judge(topic, group, before, after, missing));
        }
        return new OnceVerdict(missing);
    }

    private static void judge(TopicView topic, GroupView group, Offsets before, Offsets after, List<String> missing) {
        var name = topic.topic();
        var lag = after.lag(group.group(), name);
        if (lag > 0) {
            missing.add("%s: %s has yet to handle %s".formatted(name, group.group(), Counted.of(lag, "message")));
        }
        if (group.retrying() > 0) {
            missing.add("%s: %s has yet to retry %s"
                    .formatted(name, group.group(), Counted.of(group.retrying(), "message")));
        }
        if (group.deadLettered() > 0) {
            missing.add("%s: %s has made %s"
                    .formatted(name, group.group(), Counted.of(group.deadLettered(), "dead letter")));
        }
        // A group may handle a message twice after a rebalance, but never fewer than there were.
        var due = after.end(name) - before.end(name) + before.lag(group.group(), name);
        if (group.consumed() < due) {
            missing.add("%s: %s has handled %d of %s by its reports"
                    .formatted(name, group.group(), group.consumed(), Counted.of(due, "message")));
        }
    }
}
