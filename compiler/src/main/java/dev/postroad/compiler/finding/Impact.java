package dev.postroad.compiler.finding;

import java.util.List;
import java.util.Locale;

/**
 * A service that a finding touches.
 *
 * @param service its name
 * @param team the team that runs it
 * @param use how it uses the topic
 * @param fields the fields that it is known to read; empty where that is not known, and all are to be assumed
 */
public record Impact(String service, String team, Use use, List<String> fields) {
    public Impact {
        fields = List.copyOf(fields);
    }

    /** How a service uses a topic. */
    public enum Use {
        /** It publishes. */
        PUBLISHES,
        /** It subscribes. */
        SUBSCRIBES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return "%s (%s, team %s)".formatted(service, use, team);
    }
}
