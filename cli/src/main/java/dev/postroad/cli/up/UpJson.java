package dev.postroad.cli.up;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.postroad.cli.up.UpView.ProcessView;
import dev.postroad.platform.snapshot.BusSnapshot;
import dev.postroad.platform.snapshot.BusSnapshot.GroupView;
import dev.postroad.platform.snapshot.BusSnapshot.TopicView;
import java.util.List;

/** What {@code up --format json} prints: one object for each look at the bus. */
final class UpJson {
    private UpJson() {}

    static JsonObject of(String bootstrap, BusSnapshot snapshot, List<ProcessView> processes) {
        var object = new JsonObject();
        object.addProperty("at", snapshot.at().toString());
        object.addProperty("bootstrap", bootstrap);
        var topics = new JsonArray();
        snapshot.topics().forEach(topic -> topics.add(topic(topic)));
        object.add("topics", topics);
        var shown = new JsonArray();
        for (var process : processes) {
            var each = new JsonObject();
            each.addProperty("name", process.name());
            each.addProperty("says", process.state());
            shown.add(each);
        }
        object.add("processes", shown);
        return object;
    }

    private static JsonObject topic(TopicView topic) {
        var object = new JsonObject();
        object.addProperty("topic", topic.topic());
        object.addProperty("published", topic.published());
        object.addProperty("refused", topic.refused());
        object.addProperty("failed", topic.failed());
        topic.lastRefusal().ifPresent(refusal -> {
            var last = new JsonObject();
            last.addProperty("field", refusal.field());
            last.addProperty("rule", refusal.rule());
            last.addProperty("sentence", refusal.sentence());
            last.addProperty("at", refusal.at().toString());
            object.add("lastRefusal", last);
        });
        var groups = new JsonArray();
        topic.groups().forEach(group -> groups.add(group(group)));
        object.add("groups", groups);
        return object;
    }

    private static JsonObject group(GroupView group) {
        var object = new JsonObject();
        object.addProperty("group", group.group());
        object.addProperty("consumed", group.consumed());
        object.addProperty("failed", group.failed());
        object.addProperty("lag", group.lag());
        object.addProperty("retrying", group.retrying());
        object.addProperty("deadLettered", group.deadLettered());
        group.p50Millis().ifPresent(millis -> object.addProperty("p50Millis", millis));
        group.p99Millis().ifPresent(millis -> object.addProperty("p99Millis", millis));
        return object;
    }
}
