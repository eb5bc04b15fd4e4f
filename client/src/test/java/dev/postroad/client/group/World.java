package dev.postroad.client.group;

import dev.postroad.contract.topic.DerivedTopics;
import java.util.Random;

/** What the services of a run have in common. */
record World(
        Random random,
        Steps steps,
        Weather weather,
        Plan plan,
        DerivedTopics derived,
        SimulatedTopics topics,
        Coordinator coordinator,
        MessageBook book,
        Trace trace,
        Tally tally) {}
