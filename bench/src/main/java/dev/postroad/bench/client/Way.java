package dev.postroad.bench.client;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.postroad.bench.orders.OrderPlaced;
import dev.postroad.client.Bus;
import dev.postroad.client.retry.Retries;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.client.settings.TraceMode;
import dev.postroad.client.subscribe.Mode;
import dev.postroad.client.subscribe.SubscriptionOptions;
import dev.postroad.contract.topic.Topic;
import io.confluent.parallelconsumer.ParallelConsumerOptions;
import io.confluent.parallelconsumer.ParallelConsumerOptions.ProcessingOrder;
import io.confluent.parallelconsumer.ParallelStreamProcessor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.GenericMessageListener;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;

/** A way to consume the topic of orders: parse each, and hand it to a handler. */
enum Way {
    /** Kafka's consumer, parsing in the loop that polls. */
    RAW {
        @Override
        Meter.Cost run(String bootstrap, String group, Meter meter, Consumer<OrderPlaced> handler)
                throws InterruptedException {
            try (var consumer = consumer(bootstrap, group)) {
                consumer.subscribe(List.of(Records.TOPIC));
                while (!meter.isDone()) {
                    for (var record : consumer.poll(Duration.ofMillis(100))) {
                        handler.accept(parsed(record.value()));
                        meter.record();
                    }
                    consumer.commitAsync();
                }
            }
            return meter.await();
        }
    },
    /** Postroad, by partition. */
    ORDERED {
        @Override
        Meter.Cost run(String bootstrap, String group, Meter meter, Consumer<OrderPlaced> handler)
                throws InterruptedException {
            return postroad(bootstrap, group, meter, Mode.ordered(), handler);
        }
    },
    /** Postroad, in batches. */
    BATCH {
        @Override
        Meter.Cost run(String bootstrap, String group, Meter meter, Consumer<OrderPlaced> handler)
                throws InterruptedException {
            try (var bus = connect(bootstrap, group)) {
                bus.subscribe(ORDERS, Mode.batch(500, Duration.ofMillis(10)), OPTIONS, (orders, context) -> {
                    for (var order : orders) {
                        handler.accept(order);
                        meter.record();
                    }
                });
                return meter.await();
            }
        }
    },
    /** Spring Kafka's container, by record. */
    SPRING_RECORD {
        @Override
        Meter.Cost run(String bootstrap, String group, Meter meter, Consumer<OrderPlaced> handler)
                throws InterruptedException {
            return spring(bootstrap, group, meter, (MessageListener<byte[], byte[]>) record -> {
                handler.accept(parsed(record.value()));
                meter.record();
            });
        }
    },
    /** Spring Kafka's container, in the batches that a poll brings. */
    SPRING_BATCH {
        @Override
        Meter.Cost run(String bootstrap, String group, Meter meter, Consumer<OrderPlaced> handler)
                throws InterruptedException {
            return spring(bootstrap, group, meter, (BatchMessageListener<byte[], byte[]>) records -> {
                for (var record : records) {
                    handler.accept(parsed(record.value()));
                    meter.record();
                }
            });
        }
    },
    /** Postroad, 100 keys at once. */
    KEYED {
        @Override
        Meter.Cost run(String bootstrap, String group, Meter meter, Consumer<OrderPlaced> handler)
                throws InterruptedException {
            return postroad(bootstrap, group, meter, Mode.keyed(AT_ONCE), handler);
        }
    },
    /** Confluent's Parallel Consumer, 100 keys at once. */
    PARALLEL_CONSUMER {
        @Override
        Meter.Cost run(String bootstrap, String group, Meter meter, Consumer<OrderPlaced> handler)
                throws InterruptedException {
            var options = ParallelConsumerOptions.<byte[], byte[]>builder()
                    .ordering(ProcessingOrder.KEY)
                    .maxConcurrency(AT_ONCE)
                    .consumer(consumer(bootstrap, group))
                    .build();
            var processor = ParallelStreamProcessor.createEosStreamProcessor(options);
            processor.subscribe(List.of(Records.TOPIC));
            processor.poll(context -> {
                handler.accept(parsed(context.value()));
                meter.record();
            });
            var cost = meter.await();
            processor.closeDontDrainFirst();
            return cost;
        }
    };

    static final int AT_ONCE = 100;
    private static final OpenTelemetry SDK = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder().build())
            .build();
    private static final Topic<OrderPlaced> ORDERS = Topic.of(OrderPlaced.class);

    /** The broker has no topics for what fails; nothing does. */
    private static final SubscriptionOptions OPTIONS =
            SubscriptionOptions.standard().withRetries(Retries.untilHandled());

    /** Consumes as many records as the meter counts, in a group of that name. */
    abstract Meter.Cost run(String bootstrap, String group, Meter meter, Consumer<OrderPlaced> handler)
            throws InterruptedException;

    private static Meter.Cost postroad(
            String bootstrap, String group, Meter meter, Mode.RecordMode mode, Consumer<OrderPlaced> handler)
            throws InterruptedException {
        try (var bus = connect(bootstrap, group)) {
            bus.subscribe(ORDERS, mode, OPTIONS, (order, context) -> {
                handler.accept(order);
                meter.record();
            });
            return meter.await();
        }
    }

    /** With an SDK of OpenTelemetry: traces that are not sampled cost what they cost. */
    private static Bus connect(String bootstrap, String group) {
        var settings = new BusSettings(group, bootstrap, Duration.ZERO).withTracing(TraceMode.PARENT, 0);
        return Bus.connect(settings, SDK);
    }

    /** A container as it is by default: one thread, a commit after each poll, nothing observed. */
    private static Meter.Cost spring(String bootstrap, String group, Meter meter, GenericMessageListener<?> listener)
            throws InterruptedException {
        var consumers = new DefaultKafkaConsumerFactory<>(
                consumerSettings(bootstrap, group), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var properties = new ContainerProperties(Records.TOPIC);
        properties.setMessageListener(listener);
        var container = new KafkaMessageListenerContainer<>(consumers, properties);
        container.start();
        try {
            return meter.await();
        } finally {
            container.stop();
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap, String group) {
        return new KafkaConsumer<>(
                consumerSettings(bootstrap, group), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> consumerSettings(String bootstrap, String group) {
        return Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                group,
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "max.poll.records",
                2_000);
    }

    private static OrderPlaced parsed(byte[] value) {
        try {
            return OrderPlaced.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }
}
