package dev.postroad.compiler.example;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.postroad.contract.language.ValidationRules;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Makes a message from its fields, and those that it holds first. */
final class MessageMaker {
    /** A type graph may have far more paths than types; beyond so many messages only required ones are made. */
    private static final int MESSAGES = 200;

    private static final int MOST_ITEMS = 1_000;

    private final Checks checks;
    private final long seed;
    private final Instant now;
    private final Deque<Descriptor> above = new ArrayDeque<>();
    private int made;

    MessageMaker(Checks checks, long seed, Instant now) {
        this.checks = checks;
        this.seed = seed;
        this.now = now;
    }

    /** A message that is valid, if one was found. */
    DynamicMessage make(Descriptor type) {
        made++;
        above.push(type);
        var message = DynamicMessage.newBuilder(type);
        for (var field : type.getFields()) {
            if (isSet(field)) {
                values(field).forEach(value -> put(message, field, value));
            }
        }
        above.pop();
        return new Repair(checks.of(type), this).repaired(message.buildPartial());
    }

    /** The first member of a oneof stands for all of them, and a type does not hold itself for ever. */
    private boolean isSet(FieldDescriptor field) {
        var oneof = field.getRealContainingOneof();
        if (oneof != null && !oneof.getField(0).equals(field) || isLaterOfRule(field)) {
            return false;
        }
        var nested = nested(field);
        var recurs = nested.isPresent() && (above.contains(nested.get()) || made > MESSAGES);
        return !recurs || field.isRequired() || FieldLimits.of(field).isRequired();
    }

    private static boolean isLaterOfRule(FieldDescriptor field) {
        var rules = ValidationRules.of(field.getContainingType()).getOneofList();
        return rules.stream().anyMatch(rule -> rule.getFieldsList().indexOf(field.getName()) > 0);
    }

    /** The message type that a field, or the values of a map field, is made of. */
    private static Optional<Descriptor> nested(FieldDescriptor field) {
        var holder = field.isMapField() ? field.getMessageType().findFieldByNumber(2) : field;
        return holder.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !KnownTypes.contains(holder.getMessageType())
                ? Optional.of(holder.getMessageType())
                : Optional.empty();
    }

    private static void put(DynamicMessage.Builder message, FieldDescriptor field, Object value) {
        if (field.isRepeated()) {
            message.addRepeatedField(field, value);
        } else {
            message.setField(field, value);
        }
    }

    /** What a field is set to: one value, or the items or entries of a list or map. */
    List<Object> values(FieldDescriptor field) {
        var limits = FieldLimits.of(field);
        if (!field.isRepeated()) {
            return first(field, possible(field, limits, 1), List.of());
        }
        var count = Math.min(limits.usualSize(), MOST_ITEMS);
        var values = new ArrayList<Object>();
        var possible = field.isMapField() ? entries(field, limits, count) : possible(field, limits, count);
        for (var size = 0; size < count; size++) {
            values.addAll(first(field, possible, limits.isDistinct() ? values : List.of()));
        }
        return values;
    }

    /** Values that a field may take, the most fitting first; they may break its rules. */
    List<Object> possible(FieldDescriptor field, FieldLimits limits, int wanted) {
        var nested = nested(field);
        if (nested.isPresent() && !field.isMapField()) {
            var type = nested.get();
            return List.of(above.contains(type) ? DynamicMessage.getDefaultInstance(type) : make(type));
        }
        return new Candidates(field, limits.items(), new Choice(seed, field.getFullName()), now, wanted).values();
    }

    private List<Object> entries(FieldDescriptor field, FieldLimits limits, int count) {
        var entry = field.getMessageType();
        var keyField = entry.findFieldByNumber(1);
        var valueField = entry.findFieldByNumber(2);
        var values = possible(valueField, limits.values(), 1);
        var entries = new ArrayList<Object>();
        var value = values.get(0);
        var fewest = Integer.MAX_VALUE;
        var keys = possible(keyField, limits.keys(), count);
        for (var candidate : values) {
            var broken = broken(field, entry(entry, keys.get(0), candidate));
            if (broken < fewest) {
                fewest = broken;
                value = candidate;
            }
        }
        for (var key : keys) {
            entries.add(entry(entry, key, value));
        }
        return entries;
    }

    private static Message entry(Descriptor type, Object key, Object value) {
        return DynamicMessage.newBuilder(type)
                .setField(type.findFieldByNumber(1), key)
                .setField(type.findFieldByNumber(2), value)
                .buildPartial();
    }

    private List<Object> first(FieldDescriptor field, List<Object> possible, List<Object> taken) {
        var free = possible.stream().filter(value -> !taken.contains(value)).toList();
        if (free.isEmpty() || !FieldLimits.of(field).isLimited()) {
            return free.stream().limit(1).toList();
        }
        var best = free.get(0);
        var fewest = Integer.MAX_VALUE;
        for (var value : free) {
            var broken = broken(field, value);
            if (broken < fewest) {
                fewest = broken;
                best = value;
            }
            if (fewest == 0) {
                break;
            }
        }
        return List.of(best);
    }

    /** How many rules of a field a value breaks, asked of the check with a message that has nothing else. */
    private int broken(FieldDescriptor field, Object value) {
        var type = field.getContainingType();
        var message = DynamicMessage.newBuilder(type);
        put(message, field, value);
        var name = field.getName();
        return (int) checks.of(type).violations(message.buildPartial()).stream()
                .map(violation -> violation.field())
                .filter(path -> path.equals(name) && !field.isRepeated()
                        || path.startsWith(name + ".")
                        || path.startsWith(name + "["))
                .count();
    }
}
