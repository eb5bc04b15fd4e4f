package dev.postroad.client.telemetry;

import java.util.Locale;

/** A part of a record's way through a process. */
public enum Step {
    /** From the record's timestamp until it was polled: it was on its way, or waited at the broker. */
    FETCH,
    /** From the poll until its lane began with it: others were before it, or no worker was free. */
    QUEUE,
    /** Its bytes became a message. */
    PARSE,
    /** The rules of its contract were asked. */
    VALIDATE,
    /** The handler had it. */
    HANDLE,
    /** The message became bytes, and these a place in the buffer: for long if that is full. */
    SEND,
    /** From the call to publish until all in-sync replicas had the message. */
    PUBLISH;

    /** As reports and metrics have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
