package dev.postroad.testkit.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import dev.postroad.client.publish.MessageRefusedException;
import dev.postroad.client.subscribe.Context;
import dev.postroad.client.subscribe.DeadLetterException;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.contract.topic.Topic;
import dev.postroad.testkit.accounts.AccountChanged;
import dev.postroad.testkit.accounts.Closed;
import dev.postroad.testkit.accounts.Deposited;
import dev.postroad.testkit.accounts.Opened;
import dev.postroad.testkit.bus.FakeBus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** docs/how-to/keep-events-in-one-order.md quotes it. */
class EnvelopeTest {
    private static final Topic<AccountChanged> ACCOUNTS = Topic.of(AccountChanged.class);

    @AutoClose
    private final FakeBus fake = FakeBus.of("ledger", 3);

    private final Map<String, Long> balances = new ConcurrentHashMap<>();

    private static AccountChanged.Builder of(String account) {
        return AccountChanged.newBuilder().setAccountId(account);
    }

    private static AccountChanged opened(String account) {
        return of(account).setOpened(Opened.newBuilder().setCustomer("Ada")).build();
    }

    private static AccountChanged deposited(String account, long cents) {
        return of(account).setDeposited(Deposited.newBuilder().setCents(cents)).build();
    }

    private void handle(AccountChanged change, Context context) throws DeadLetterException {
        var account = change.getAccountId();
        switch (change.getEventCase()) {
            case OPENED -> balances.put(account, 0L);
            case DEPOSITED ->
                balances.computeIfPresent(
                        account, (id, cents) -> cents + change.getDeposited().getCents());
            case CLOSED -> balances.remove(account);
            case EVENT_NOT_SET -> throw new DeadLetterException("an event that this version does not know");
        }
    }

    @Test
    void keepsTheOrderOfEventsOfOneAccount() {
        fake.bus().subscribe(ACCOUNTS, Mode.keyed(16), this::handle);

        fake.publish(
                opened("a"),
                opened("b"),
                deposited("a", 500),
                deposited("b", 200),
                of("a").setClosed(Closed.getDefaultInstance()).build(),
                deposited("b", 300));
        fake.awaitHandled();

        assertThat(balances).containsExactly(Map.entry("b", 500L));
    }

    @Test
    void refusesAnEnvelopeWithoutAnEvent() {
        assertThatThrownBy(() -> fake.bus().publisher(ACCOUNTS).publish(of("a").build()))
                .isInstanceOf(MessageRefusedException.class)
                .hasMessageContaining("event");
    }

    /** A publisher of a newer version has added an event under the number 5. */
    @Test
    void keepsAnEventThatIsNotKnownYetForLater() {
        var newer = of("a").setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                5,
                                Field.newBuilder()
                                        .addLengthDelimited(ByteString.EMPTY)
                                        .build())
                        .build())
                .build();
        fake.bus().subscribe(ACCOUNTS, this::handle);

        fake.publish(opened("a"));
        fake.publishBytes(ACCOUNTS, "a".getBytes(StandardCharsets.UTF_8), newer.toByteArray());
        fake.awaitHandled();

        assertThat(fake.deadLetters(ACCOUNTS))
                .extracting(letter -> letter.reason().orElseThrow())
                .isEqualTo(List.of("an event that this version does not know"));
    }
}
