package dev.postroad.client.fault;

import dev.postroad.client.Bus;
import dev.postroad.client.settings.BusSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Each second a clerk of this process joins the group, and leaves it after another second. */
record Visitors(String bootstrap, String service, String mode, Books books) {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Returns when the last one has left. */
    void come(int visits) throws InterruptedException, ExecutionException {
        var threads = Executors.newCachedThreadPool();
        try {
            var left = new ArrayList<Future<?>>();
            for (var visit = 0; visit < visits; visit++) {
                left.add(threads.submit(() -> {
                    visit();
                    return true;
                }));
                Staff.letPass(SECOND);
            }
            for (var each : left) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private void visit() throws IOException {
        try (var ledger = new Ledger(books.newHandled());
                var bus = Bus.connect(new BusSettings(service, bootstrap, Duration.ZERO))) {
            Clerk.work(bus, mode, ledger);
            Staff.letPass(SECOND);
        }
    }
}
