package dev.postroad.contract.topic;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DynamicMessage;
import org.junit.jupiter.api.Test;

class TopicTest {
    @Test
    void refusesAClassThatProtocDidNotGenerate() {
        assertThatThrownBy(() -> Topic.of(DynamicMessage.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("com.google.protobuf.DynamicMessage is no generated message class;"
                        + " name the class that protoc generated from the contract");
    }
}
