package dev.postroad.client.settings;

/** How the handling of a record stands to the trace that the record was published in. */
public enum TraceMode {
    /** Handling continues the trace that the record was published in. A batch has a trace of its own, with links. */
    PARENT,
    /** Handling begins a trace of its own, with a link to the one that the record was published in. */
    LINK,
    /** No traces: records carry none, and none are made. */
    OFF
}
