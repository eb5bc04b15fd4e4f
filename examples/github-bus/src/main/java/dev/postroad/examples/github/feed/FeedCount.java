package dev.postroad.examples.github.feed;

/**
 * What has become of the payloads of one round, and of the messages broken on purpose in between. May be used by
 * several threads at once.
 */
final class FeedCount {
    private final int payloads;
    private int published;
    private int withoutContract;
    private int refused;
    private int undelivered;
    private int broken;
    private int brokenRefused;
    private String lastBroken = "";

    FeedCount(int payloads) {
        this.payloads = payloads;
    }

    synchronized void published() {
        published++;
    }

    synchronized void withoutContract() {
        withoutContract++;
    }

    synchronized void refused() {
        refused++;
    }

    synchronized void undelivered() {
        undelivered++;
    }

    /** A message broken on purpose, under its label. */
    synchronized void broken(String label, boolean isRefused) {
        lastBroken = label;
        broken++;
        brokenRefused += isRefused ? 1 : 0;
    }

    /** Whether every payload is accounted for, and every message broken on purpose was refused. */
    synchronized boolean isRight() {
        return accountedFor() == payloads && brokenRefused == broken;
    }

    /** How far the round is. A payload counts once it is known what became of it. */
    synchronized String progress() {
        var text = new StringBuilder("%d of %d payloads, %d published, %d of a type without contract"
                .formatted(accountedFor() + undelivered, payloads, published, withoutContract));
        if (refused > 0) {
            text.append(", %d refused".formatted(refused));
        }
        if (undelivered > 0) {
            text.append(", %d not delivered".formatted(undelivered));
        }
        if (broken > 0) {
            text.append("; %d broken on purpose, %d refused (last: %s)".formatted(broken, brokenRefused, lastBroken));
        }
        return text.toString();
    }

    /** The round's sum. */
    synchronized String sum() {
        var missing = payloads - accountedFor();
        return "%s: %d published + %d of a type without contract + %d refused = %d; %d of %d messages broken on purpose refused"
                .formatted(
                        missing == 0
                                ? "all %d payloads accounted for".formatted(payloads)
                                : "%d of %d payloads NOT accounted for".formatted(missing, payloads),
                        published,
                        withoutContract,
                        refused,
                        accountedFor(),
                        brokenRefused,
                        broken);
    }

    private int accountedFor() {
        return published + withoutContract + refused;
    }
}
