package dev.postroad.platform.apply;

import java.util.List;

/**
 * What became of one topic.
 *
 * @param design what it should be
 * @param action what was done
 * @param differences where a topic that was there already is not as designed; it was left as it is
 */
public record AppliedTopic(TopicDesign design, Action action, List<String> differences) {
    public AppliedTopic {
        differences = List.copyOf(differences);
    }

    /** What was done with a topic. */
    public enum Action {
        /** It was missing and is there. */
        CREATED,
        /** It was there. */
        UNCHANGED
    }
}
