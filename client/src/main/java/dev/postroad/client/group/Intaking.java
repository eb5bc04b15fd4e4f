package dev.postroad.client.group;

import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.Gate;
import dev.postroad.client.lane.Lanes;
import dev.postroad.client.telemetry.RunSampler;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a subscription reads, and how.
 *
 * @param topic whose records are handled as they come
 * @param delayedTopics whose records are handled when their time has come
 * @param isDue whether a record of those topics may be handled
 * @param workers run the lanes of all these topics
 * @param gate before each record, beside that of the group
 * @param runs looks at some runs of the lanes
 * @param lanes for each of these topics, made of the crew that the group drives
 */
public record Intaking(
        String topic,
        List<String> delayedTopics,
        Predicate<ConsumerRecord<byte[], byte[]>> isDue,
        Executor workers,
        Gate gate,
        RunSampler runs,
        Function<Crew, Lanes> lanes) {
    public Intaking {
        delayedTopics = List.copyOf(delayedTopics);
    }
}
