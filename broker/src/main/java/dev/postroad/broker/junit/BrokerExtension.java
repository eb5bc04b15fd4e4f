package dev.postroad.broker.junit;

import dev.postroad.broker.embedded.BrokerSettings;
import dev.postroad.broker.embedded.EmbeddedBroker;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives tests the {@link EmbeddedBroker} that all test classes of this run share, and {@link UniqueNames} to use on it.
 * The broker keeps its data in a temporary directory and is closed when the run ends; a test does not close it.
 */
public final class BrokerExtension implements ParameterResolver {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerExtension.class);
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(BrokerExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == EmbeddedBroker.class || type == UniqueNames.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == UniqueNames.class ? names(test) : broker(test);
    }

    /** The broker of a test's run; for extensions that build on this one. */
    public EmbeddedBroker broker(ExtensionContext test) {
        // JUnit closes what the root's store holds, once no test is left.
        return test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(EmbeddedBroker.class, key -> start(), EmbeddedBroker.class);
    }

    private static EmbeddedBroker start() {
        var broker = EmbeddedBroker.start(BrokerSettings.temporary());
        broker.failure()
                .thenAccept(failure ->
                        LOG.atError().setCause(failure.cause().orElse(null)).log(failure.message()));
        return broker;
    }

    private static UniqueNames names(ExtensionContext test) {
        var subject = test.getTestMethod().map(method -> method.getName());
        return new UniqueNames(
                test.getUniqueId(),
                subject.orElseGet(() -> test.getRequiredTestClass().getSimpleName()));
    }
}
