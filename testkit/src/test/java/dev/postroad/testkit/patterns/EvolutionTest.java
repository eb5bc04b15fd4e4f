package dev.postroad.testkit.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.client.Bus;
import dev.postroad.contract.topic.Topic;
import dev.postroad.testkit.bus.FakeBus;
import dev.postroad.testkit.customers.CustomerNamed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** docs/how-to/evolve-a-contract.md quotes it. */
class EvolutionTest {
    private static final Topic<CustomerNamed> CUSTOMERS = Topic.of(CustomerNamed.class);
    private static final Topic<dev.postroad.testkit.customers.v2.CustomerNamed> CUSTOMERS_V2 =
            Topic.of(dev.postroad.testkit.customers.v2.CustomerNamed.class);

    @AutoClose
    private final FakeBus fake = FakeBus.of("mailer");

    private final List<String> greeted = new CopyOnWriteArrayList<>();

    /** As a publisher of the older version writes it: it does not know of two names. */
    @SuppressWarnings("deprecation")
    private static CustomerNamed older() {
        return CustomerNamed.newBuilder()
                .setCustomerId("1")
                .setName("Ada Lovelace")
                .build();
    }

    @SuppressWarnings("deprecation")
    private static String firstName(CustomerNamed customer) {
        return customer.getFirstName().isEmpty() ? customer.getName().split(" ", 2)[0] : customer.getFirstName();
    }

    @SuppressWarnings("deprecation")
    private static CustomerNamed both(String first, String last) {
        return CustomerNamed.newBuilder()
                .setCustomerId("2")
                .setName(first + " " + last)
                .setFirstName(first)
                .setLastName(last)
                .build();
    }

    @Test
    void readsOlderAndNewerMessages() {
        fake.bus().subscribe(CUSTOMERS, (customer, context) -> greeted.add(firstName(customer)));

        fake.publish(older(), both("Grace", "Hopper"));
        fake.awaitHandled();

        assertThat(greeted).containsExactly("Ada", "Grace");
    }

    private static void bridge(Bus bus) {
        var publisher = bus.publisher(CUSTOMERS_V2);
        bus.subscribe(CUSTOMERS, (customer, context) -> publisher.publishAndWait(next(customer)));
    }

    @SuppressWarnings("deprecation")
    private static dev.postroad.testkit.customers.v2.CustomerNamed next(CustomerNamed customer) {
        var names = customer.getName().split(" ", 2);
        return dev.postroad.testkit.customers.v2.CustomerNamed.newBuilder()
                .setCustomerId(customer.getCustomerId())
                .setFirstName(firstName(customer))
                .setLastName(names.length == 2 ? names[1] : "")
                .build();
    }

    @Test
    void bringsEveryMessageToTheNextTopic() {
        bridge(fake.bus());

        fake.publish(older(), both("Grace", "Hopper"));
        fake.awaitHandled();

        assertThat(fake.published(CUSTOMERS_V2))
                .extracting(customer -> customer.getFirstName() + '/' + customer.getLastName())
                .containsExactly("Ada/Lovelace", "Grace/Hopper");
    }
}
