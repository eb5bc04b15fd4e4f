package dev.postroad.bench.sample;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import dev.postroad.bench.orders.OrderPlaced;
import dev.postroad.bench.quotes.QuoteGiven;
import dev.postroad.bench.shipments.ShipmentDispatched;
import java.util.List;
import java.util.function.Predicate;

/** A contract, and messages to try it on. */
public enum Shape {
    /** 12 fields, six rules of which one is in CEL. */
    ORDER(OrderPlaced.getDefaultInstance(), Orders.valid(), Orders.broken()) {
        @Override
        public Predicate<Message> handWritten() {
            return message -> HandWrittenOrderCheck.isValid((OrderPlaced) message);
        }
    },
    /** Messages in messages, lists and a map, with standard rules only. */
    SHIPMENT(ShipmentDispatched.getDefaultInstance(), Shipments.valid(), Shipments.broken()) {
        @Override
        public Predicate<Message> handWritten() {
            return message -> HandWrittenShipmentCheck.isValid((ShipmentDispatched) message);
        }
    },
    /** Ten rules, all in CEL. */
    QUOTE(QuoteGiven.getDefaultInstance(), Quotes.valid(), Quotes.broken()) {
        @Override
        public Predicate<Message> handWritten() {
            return message -> HandWrittenQuoteCheck.isValid((QuoteGiven) message);
        }
    };

    /** How many messages there are of each sort; a power of two. */
    public static final int COUNT = 256;

    private final Message empty;
    private final List<? extends Message> valid;
    private final List<? extends Message> broken;

    Shape(Message empty, List<? extends Message> valid, List<? extends Message> broken) {
        this.empty = empty;
        this.valid = List.copyOf(valid);
        this.broken = List.copyOf(broken);
    }

    /** The class of the messages. */
    public Class<? extends Message> type() {
        return empty.getClass();
    }

    /** The type of the messages. */
    public Descriptor descriptor() {
        return empty.getDescriptorForType();
    }

    /** Messages that keep the contract, no two alike. */
    public List<? extends Message> valid() {
        return valid;
    }

    /** Messages of which each breaks one rule. */
    public List<? extends Message> broken() {
        return broken;
    }

    /** The rules as a person would write them for speed: the mark to measure others by. */
    public abstract Predicate<Message> handWritten();

    @Override
    public String toString() {
        return empty.getDescriptorForType().getName();
    }
}
