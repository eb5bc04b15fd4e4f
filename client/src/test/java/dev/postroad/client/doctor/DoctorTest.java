package dev.postroad.client.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.broker.embedded.BrokerSettings;
import dev.postroad.broker.embedded.EmbeddedBroker;
import dev.postroad.client.Bus;
import dev.postroad.client.connection.RightMissingException;
import dev.postroad.client.doctor.DoctorFinding.Grade;
import dev.postroad.client.orders.OrderPlaced;
import dev.postroad.client.security.PasswordMechanism;
import dev.postroad.client.security.Sasl;
import dev.postroad.client.security.Secret;
import dev.postroad.client.security.Security;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.DerivedTopics;
import dev.postroad.contract.topic.GroupName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** At a broker that lets nobody do anything without an ACL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorTest {
    private static final String TOPIC = "orders.order-placed.v1";
    private static final Contract ORDERS = Contract.of(OrderPlaced.getDescriptor());

    @AutoClose
    private final EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.temporary()
            .withListener("OPEN", SecurityProtocol.SASL_PLAINTEXT)
            .with("listener.name.open.sasl.enabled.mechanisms", "SCRAM-SHA-512")
            .with(
                    "listener.name.open.scram-sha-512.sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required;")
            .with("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
            .with("super.users", "User:ANONYMOUS"));

    @AutoClose
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));

    DoctorTest() {
        for (var user : List.of("known", "stranger", "reader", "grouped")) {
            get(admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4_096), "secret")))
                    .all());
        }
        create(List.of(TOPIC));
        create(new DerivedTopics(TOPIC, "known").standard());
    }

    private void create(List<String> topics) {
        get(admin.createTopics(topics.stream()
                        .map(topic -> new NewTopic(topic, 1, (short) 1))
                        .toList())
                .all());
    }

    private static <T> T get(KafkaFuture<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private void allow(String user, ResourceType type, String name, PatternType pattern, AclOperation... operations) {
        var bindings = new ArrayList<AclBinding>();
        for (var operation : operations) {
            bindings.add(new AclBinding(
                    new ResourcePattern(type, name, pattern),
                    new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)));
        }
        get(admin.createAcls(bindings).all());
    }

    private Bus connect(String user) {
        var login = Sasl.password(PasswordMechanism.SCRAM_SHA_512, user, Secret.of("secret"));
        return Bus.connect(new BusSettings(user, broker.bootstrapServers("OPEN"), Duration.ZERO)
                .withSecurity(Security.none().withSasl(login)));
    }

    @Test
    void findsAllGoodForWhoMayDoWhatItDeclares() {
        allow("known", ResourceType.TOPIC, TOPIC, PatternType.PREFIXED, AclOperation.READ, AclOperation.WRITE);
        allow("known", ResourceType.GROUP, "known", PatternType.LITERAL, AclOperation.READ);

        try (var bus = connect("known")) {
            var findings = bus.examine(List.of(ORDERS), List.of(ORDERS));

            assertThat(findings)
                    .extracting(DoctorFinding::sentence)
                    .hasSize(8)
                    .contains(
                            "topic orders.order-placed.v1: 1 partition, 1 in sync; write is allowed",
                            "topic orders.order-placed.v1: 1 partition, 1 in sync; read is allowed",
                            "topic orders.order-placed.v1.known.dlt: 1 partition, 1 in sync; read and write is allowed",
                            "group known may be joined");
            assertThat(findings.get(0).sentence())
                    .startsWith("1 broker of cluster ")
                    .endsWith(", with SCRAM-SHA-512 as known");
            assertThat(findings).allMatch(finding -> finding.grade() == Grade.GOOD);
        }
    }

    @Test
    void examinesEachGroup() {
        allow("grouped", ResourceType.TOPIC, TOPIC, PatternType.PREFIXED, AclOperation.READ, AclOperation.WRITE);
        allow("grouped", ResourceType.GROUP, "grouped", PatternType.LITERAL, AclOperation.READ);
        create(new DerivedTopics(TOPIC, "grouped").standard());

        try (var bus = connect("grouped")) {
            var findings = bus.examine(
                    List.of(),
                    Map.of(
                            GroupName.of("grouped"), List.of(ORDERS),
                            GroupName.of("grouped", "audit"), List.of(ORDERS)));

            assertThat(findings)
                    .extracting(DoctorFinding::sentence)
                    .contains(
                            "topic orders.order-placed.v1.grouped.dlt: 1 partition, 1 in sync; read and write is allowed",
                            "topic orders.order-placed.v1.grouped.audit.dlt is not there; name { topic: orders.order-placed.v1, subscription: audit } under subscribes in services/grouped.yaml, and create what is missing with: postroad apply",
                            "group grouped may be joined",
                            "grouped may not join group grouped.audit; have an ACL allow it to read the group")
                    .containsOnlyOnce("topic orders.order-placed.v1: 1 partition, 1 in sync; read is allowed");
        }
    }

    @Test
    void tellsAStrangerWhatItMayNot() {
        try (var bus = connect("stranger")) {
            assertThat(bus.examine(List.of(ORDERS), List.of()))
                    .extracting(DoctorFinding::sentence)
                    .contains(
                            "stranger may not see topic orders.order-placed.v1; have an ACL allow it to describe the topic");
            assertThatThrownBy(() -> bus.publisher(OrderPlaced.class))
                    .isInstanceOf(RightMissingException.class)
                    .hasMessage(
                            "stranger may not see topic orders.order-placed.v1; have an ACL allow it to describe the topic");
        }
    }

    @Test
    void tellsAReaderThatItMayNotPublish() {
        allow("reader", ResourceType.TOPIC, TOPIC, PatternType.LITERAL, AclOperation.READ);

        try (var bus = connect("reader")) {
            assertThatThrownBy(() -> bus.publisher(OrderPlaced.class))
                    .isInstanceOf(RightMissingException.class)
                    .hasMessage("reader may not write topic orders.order-placed.v1; have an ACL allow it");
            assertThat(bus.examine(List.of(), List.of(ORDERS)))
                    .extracting(DoctorFinding::sentence)
                    .contains(
                            "topic orders.order-placed.v1: 1 partition, 1 in sync; read is allowed",
                            "reader may not join group reader; have an ACL allow it to read the group");
        }
    }

    @Test
    void saysThatNoBrokerAnswers() {
        try (var bus = Bus.connect(new BusSettings("billing", "localhost:1", Duration.ZERO))) {
            assertThat(bus.examine(List.of(ORDERS), List.of()))
                    .containsExactly(
                            new DoctorFinding(
                                    Grade.ERROR,
                                    "no Kafka broker answers at localhost:1; check the address and whether it asks for TLS or a login, or start one with: postroad up"));
        }
    }
}
