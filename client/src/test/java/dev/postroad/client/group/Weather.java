package dev.postroad.client.group;

import java.time.Duration;
import java.util.Random;

/** What goes wrong outside a service, drawn from a seed; once it is calm, nothing begins to. */
final class Weather {
    private final Random random;
    private final Steps steps;
    private final boolean hasBrokerOutages;
    private boolean isCalm;
    private long outsideDownUntil;
    private long brokerDownUntil;

    Weather(Random random, Steps steps) {
        this.random = random;
        this.steps = steps;
        this.hasBrokerOutages = random.nextBoolean();
    }

    boolean isCalm() {
        return isCalm;
    }

    void calmDown() {
        isCalm = true;
    }

    /** One time in so many, unless it is calm. */
    boolean strikes(int oneIn) {
        return !isCalm && random.nextInt(oneIn) == 0;
    }

    /** Outages begin now and then. */
    void turn() {
        if (strikes(600)) {
            outsideDownUntil = steps.nanos() + upTo(Duration.ofSeconds(60));
        }
        if (hasBrokerOutages && strikes(600)) {
            brokerDownUntil = steps.nanos() + upTo(Duration.ofSeconds(60));
        }
    }

    private long upTo(Duration most) {
        return (long) (random.nextDouble() * most.toNanos());
    }

    /** Whether handlers fail, whatever they are given. */
    boolean isOutsideDown() {
        return steps.nanos() < outsideDownUntil;
    }

    /** Whether nothing can be stored. */
    boolean isBrokerDown() {
        return steps.nanos() < brokerDownUntil;
    }
}
