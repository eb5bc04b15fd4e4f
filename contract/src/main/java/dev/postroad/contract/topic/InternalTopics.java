package dev.postroad.contract.topic;

/** The topics in which Postroad keeps its own records. */
public final class InternalTopics {
    /** What every internal topic's name begins with. */
    public static final String PREFIX = "__postroad.";

    /** The reports of clients, kept for an hour. */
    public static final String REPORTS = PREFIX + "reports";

    private InternalTopics() {}
}
