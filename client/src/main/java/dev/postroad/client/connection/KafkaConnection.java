package dev.postroad.client.connection;

import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.settings.StartFrom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.security.auth.login.LoginException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to a Kafka cluster. */
public final class KafkaConnection implements Connection {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaConnection.class);

    /** How long the first look at the cluster may take. */
    private static final int LOOK_MILLIS = 8_000;

    /** A broker takes no larger request: {@code socket.request.max.bytes} is 100 MiB. */
    private static final int LARGEST_RECORD = 100 << 20;

    private static final int BATCH_SIZE = 64 << 10;

    private static final Duration CLOSE_PRODUCER_WITHIN = Duration.ofSeconds(5);

    private final BusSettings settings;
    private final Map<String, Object> security;
    private final ClusterLook look;
    private volatile @Nullable GroupProtocol groupProtocol;
    private @Nullable Admin admin;
    private @Nullable Producer<byte[], byte[]> producer;
    private @Nullable Producer<byte[], byte[]> relayProducer;

    /** A connection that opens nothing until it is needed. */
    public KafkaConnection(BusSettings settings) {
        this.settings = settings;
        this.look = new AdminLook(settings, this::admin);
        this.security = settings.security().kafkaProperties();
        if (!settings.kafka().properties().isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("service", settings.service())
                    .addKeyValue("properties", settings.kafka())
                    .log("properties of Kafka's clients are overridden");
        }
    }

    @Override
    public ClusterLook look() {
        return look;
    }

    private synchronized Admin admin() {
        if (admin == null) {
            var all = common();
            all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LOOK_MILLIS);
            all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LOOK_MILLIS / 2);
            all.putAll(settings.kafka().ofAdmin());
            admin = opening(() -> Admin.create(all));
        }
        return admin;
    }

    @Override
    public synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = producer(Map.of(ProducerConfig.LINGER_MS_CONFIG, 5, ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000));
        }
        return producer;
    }

    @Override
    public synchronized Producer<byte[], byte[]> relayProducer() {
        if (relayProducer == null) {
            relayProducer = producer(Map.of(
                    // A lane waits for it, and what could not be sent is sent again.
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    1_000,
                    ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                    LARGEST_RECORD,
                    ProducerConfig.BUFFER_MEMORY_CONFIG,
                    2L * LARGEST_RECORD));
        }
        return relayProducer;
    }

    private Producer<byte[], byte[]> producer(Map<String, Object> special) {
        var all = common();
        all.putAll(special);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // Kafka's 16 KiB are full before they are worth a request.
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_SIZE);
        all.putAll(settings.kafka().ofProducer());
        return opening(() -> new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    @Override
    public Consumer<byte[], byte[]> consumer(String group) {
        var all = common();
        all.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        // Kafka's clients name their figures by it, and a service may be a member of several groups.
        all.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
        // What is polled waits in lanes, so there is no need to poll little.
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        all.put(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                settings.startFrom() == StartFrom.OLDEST ? "earliest" : "latest");
        all.putAll(groupProtocol().properties());
        return consumer(all);
    }

    private GroupProtocol groupProtocol() {
        var said = settings.kafka().properties().get(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        var chosen = said == null ? GroupProtocol.of(admin()) : GroupProtocol.valueOf(said.toUpperCase(Locale.ROOT));
        groupProtocol = chosen;
        return chosen;
    }

    @Override
    public String groupProtocolName() {
        var chosen = groupProtocol;
        return chosen == null ? "" : chosen.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Consumer<byte[], byte[]> reader() {
        var all = common();
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return consumer(all);
    }

    private Consumer<byte[], byte[]> consumer(Map<String, Object> all) {
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.putAll(settings.kafka().ofConsumer());
        return opening(() -> new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    private Map<String, Object> common() {
        var common = new HashMap<>(security);
        common.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrap());
        common.put(CommonClientConfigs.CLIENT_ID_CONFIG, settings.service());
        return common;
    }

    private <C> C opening(Supplier<C> client) {
        try {
            return client.get();
        } catch (KafkaException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof LoginException refused) {
                    throw new LoginFailedException(settings.bootstrap(), refused);
                }
            }
            // Kafka wraps what is wrong with the address, such as a host that no name server knows.
            throw new BrokerUnreachableException(settings.bootstrap(), e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            close(producer);
            close(relayProducer);
        } finally {
            if (admin != null) {
                admin.close(Duration.ZERO);
            }
        }
    }

    private static void close(@Nullable Producer<byte[], byte[]> open) {
        if (open != null) {
            open.close(CLOSE_PRODUCER_WITHIN);
        }
    }
}
