package dev.postroad.client.group;

import dev.postroad.client.lane.Crew;
import dev.postroad.client.lane.InFlight;
import dev.postroad.client.lane.Lanes;
import java.util.List;

/**
 * Where the records of a topic go. Belongs to the polling thread.
 *
 * @param crew runs the lanes
 */
public record Intake(Crew crew, Lanes lanes) {
    void offer(List<InFlight> records) {
        lanes.offer(records);
    }

    void wake() {
        crew.wake();
    }
}
