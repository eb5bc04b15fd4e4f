package dev.postroad.broker.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Keeps Kafka from logging the errors that a test brings about. */
final class MutedKafka implements BeforeEachCallback, AfterEachCallback {
    private static final List<String> LOGGERS = List.of("kafka", "org.apache.kafka", "state.change.logger");

    @Override
    public void beforeEach(ExtensionContext test) {
        LOGGERS.forEach(name -> logger(name).setLevel(Level.OFF));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        LOGGERS.forEach(name -> logger(name).setLevel(Level.ERROR));
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
