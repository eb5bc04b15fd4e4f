package dev.postroad.client.group;

import java.util.EnumMap;
import java.util.Map;

/** How often something happened, so that it shows whether runs try what they are to try. */
final class Tally {
    /** What is counted. */
    enum Deed {
        KILLED,
        SUSPENDED,
        STOPPED_IN_AN_OUTAGE,
        PUT_OFF,
        DEAD_LETTER,
        ACKNOWLEDGEMENT_LOST,
        REPEATED
    }

    private final Map<Deed, Integer> counts = new EnumMap<>(Deed.class);

    void count(Deed deed) {
        counts.merge(deed, 1, Integer::sum);
    }

    void add(Tally other) {
        other.counts.forEach((deed, count) -> counts.merge(deed, count, Integer::sum));
    }

    Map<Deed, Integer> counts() {
        return counts;
    }
}
