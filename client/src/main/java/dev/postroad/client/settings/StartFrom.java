package dev.postroad.client.settings;

/** Where a consumer group begins that has not committed anything. */
public enum StartFrom {
    /** At the oldest record that the topic keeps. */
    OLDEST,
    /** At those that come once the group has joined. */
    NEWEST
}
