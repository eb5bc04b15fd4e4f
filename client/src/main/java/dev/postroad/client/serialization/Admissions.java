package dev.postroad.client.serialization;

import com.google.protobuf.Message;
import dev.postroad.client.publish.Admission;
import dev.postroad.contract.topic.Topic;

/** What the contract of each message class asks for, read once for each class. Safe for use by several threads. */
final class Admissions {
    private static final ClassValue<Admission<?>> ALL = new ClassValue<>() {
        @Override
        protected Admission<?> computeValue(Class<?> type) {
            return admission(type.asSubclass(Message.class));
        }
    };

    private Admissions() {}

    // What is held for a class was made for that class.
    @SuppressWarnings("unchecked")
    static <M extends Message> Admission<M> of(M message) {
        return (Admission<M>) ALL.get(message.getClass());
    }

    private static <M extends Message> Admission<M> admission(Class<M> type) {
        var topic = Topic.of(type);
        return new Admission<>(topic.contract(), topic.check());
    }
}
