package com.example.orders;

import com.example.orders.v1.OrderPlaced;
import dev.postroad.client.serialization.ContractDeserializer;
import dev.postroad.client.serialization.ContractProperties;
import dev.postroad.client.serialization.ContractSerializer;
import dev.postroad.contract.topic.DerivedTopics;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.serializer.DelegatingByTypeSerializer;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;

/** Spring Kafka with the contract of the messages. */
@Configuration(proxyBeanMethods = false)
@EnableKafka
class OrdersConfiguration {
    private static final String GROUP = "spring-orders";

    private final String bootstrap;

    OrdersConfiguration(@Value("${POSTROAD_BOOTSTRAP:localhost:9092}") String bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Bean
    ProducerFactory<String, Object> producers() {
        // Messages, and for dead letters the bytes that were none.
        var values = new DelegatingByTypeSerializer(Map.of(
                OrderPlaced.class, new ContractSerializer<>(),
                byte[].class, new ByteArraySerializer()));
        return new DefaultKafkaProducerFactory<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap), new StringSerializer(), values);
    }

    @Bean
    ConsumerFactory<String, OrderPlaced> consumers() {
        return new DefaultKafkaConsumerFactory<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                ConsumerConfig.GROUP_ID_CONFIG, GROUP,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ErrorHandlingDeserializer.class,
                ErrorHandlingDeserializer.VALUE_DESERIALIZER_CLASS, ContractDeserializer.class,
                ContractProperties.TYPE, OrderPlaced.class));
    }

    @Bean
    KafkaTemplate<String, Object> kafka(ProducerFactory<String, Object> producers) {
        return new KafkaTemplate<>(producers);
    }

    @Bean
    DefaultErrorHandler errors(KafkaTemplate<String, Object> kafka) {
        return new DefaultErrorHandler(new DeadLetterPublishingRecoverer(
                kafka,
                (record, failure) -> new TopicPartition(new DerivedTopics(record.topic(), GROUP).deadLetters(), -1)));
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<String, OrderPlaced> kafkaListenerContainerFactory(
            ConsumerFactory<String, OrderPlaced> consumers, DefaultErrorHandler errors) {
        var containers = new ConcurrentKafkaListenerContainerFactory<String, OrderPlaced>();
        containers.setConsumerFactory(consumers);
        containers.setCommonErrorHandler(errors);
        return containers;
    }

    @Bean
    OrderDesk desk(KafkaTemplate<String, Object> kafka) {
        return new OrderDesk(kafka);
    }

    @Bean
    OrderListener listener() {
        return new OrderListener();
    }
}
