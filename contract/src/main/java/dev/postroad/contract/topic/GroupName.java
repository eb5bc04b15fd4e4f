package dev.postroad.contract.topic;

import java.util.Optional;

/**
 * A service's consumer group, named {@code <service>} or {@code <service>.<subscription>}, such as {@code billing} or
 * {@code billing.audit}.
 *
 * @param service whose group it is: lower-case words joined by hyphens, so there is no dot in it
 * @param subscription whose group it is alone, named by the same rule; none for the service's own group
 */
public record GroupName(String service, Optional<String> subscription) {
    public GroupName {
        TopicName.requireWords("service", service);
        subscription.ifPresent(name -> TopicName.requireWords("subscription", name));
    }

    /**
     * The service's own group.
     *
     * @throws IllegalArgumentException if the service's name is not made of lower-case words joined by hyphens
     */
    public static GroupName of(String service) {
        return new GroupName(service, Optional.empty());
    }

    /**
     * The group of a named subscription.
     *
     * @throws IllegalArgumentException if one of the names is not made of lower-case words joined by hyphens
     */
    public static GroupName of(String service, String subscription) {
        return new GroupName(service, Optional.of(subscription));
    }

    /**
     * The name that a user wrote.
     *
     * @throws IllegalArgumentException with the form that is expected
     */
    public static GroupName parse(String text) {
        var dot = text.indexOf('.');
        var service = dot < 0 ? text : text.substring(0, dot);
        var subscription = dot < 0 ? Optional.<String>empty() : Optional.of(text.substring(dot + 1));
        if (!isWord(service) || subscription.filter(name -> !isWord(name)).isPresent()) {
            throw new IllegalArgumentException(
                    "'%s' is no service's group; expected <service> or <service>.<subscription>, such as billing or billing.audit"
                            .formatted(text));
        }
        return new GroupName(service, subscription);
    }

    /** Whether a text can name a service, or one of its subscriptions. */
    public static boolean isWord(String text) {
        return TopicName.isWords(text);
    }

    @Override
    public String toString() {
        return service + subscription.map(name -> '.' + name).orElse("");
    }
}
