package dev.postroad.examples.github.feed;

import com.google.protobuf.Message;
import dev.postroad.client.Bus;
import dev.postroad.client.publish.MessageRefusedException;
import dev.postroad.client.publish.Publisher;
import dev.postroad.examples.github.webhook.Mapping;
import dev.postroad.examples.github.webhook.Mappings;
import java.util.Map;
import java.util.stream.Collectors;

/** The bus, by one typed publisher for each contract. */
final class BusOutlet implements Outlet {
    private final Map<Class<?>, TypedOutlet<?>> outlets;

    BusOutlet(Bus bus) {
        this.outlets = Mappings.ALL.stream()
                .collect(Collectors.toMap(Mapping::type, mapping -> TypedOutlet.open(bus, mapping.type())));
    }

    @Override
    public Outcome publish(Message message) {
        var outlet = outlets.get(message.getClass());
        if (outlet == null) {
            throw new IllegalArgumentException(
                    "no contract is about " + message.getClass().getName());
        }
        return outlet.publish(message);
    }

    private record TypedOutlet<M extends Message>(Class<M> type, Publisher<M> publisher) {
        static <M extends Message> TypedOutlet<M> open(Bus bus, Class<M> type) {
            return new TypedOutlet<>(type, bus.publisher(type));
        }

        Outcome publish(Message message) {
            try {
                return new Accepted(publisher.publish(type.cast(message)));
            } catch (MessageRefusedException e) {
                return new Refused(e.violations());
            }
        }
    }
}
