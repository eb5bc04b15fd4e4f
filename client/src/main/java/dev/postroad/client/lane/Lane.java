package dev.postroad.client.lane;

import java.util.List;

/** Records that are handled one after the other. Offered to by the polling thread only. */
interface Lane {
    /** Puts records at the lane's end, and has it run. */
    void offer(List<InFlight> records);
}
