package dev.postroad.compiler.example;

import build.buf.validate.Rule;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.postroad.compiler.example.Repair.Move;
import dev.postroad.contract.language.ValidationRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes of a message that may satisfy its rules: values near those that CEL expressions mention, and none at all. */
final class Moves {
    private static final int VALUES = 10;
    private static final int DEPTH = 3;

    private final MessageMaker maker;
    private final List<String> expressions;
    private final Set<String> words;

    Moves(Descriptor type, MessageMaker maker) {
        this.maker = maker;
        this.expressions = expressions(type);
        this.words = expressions.stream()
                .flatMap(expression -> Stream.of(expression.split("\\W+")))
                .collect(Collectors.toSet());
    }

    private static List<String> expressions(Descriptor type) {
        var rules = ValidationRules.of(type);
        var all = new ArrayList<String>(rules.getCelExpressionList());
        rules.getCelList().stream().map(Rule::getExpression).forEach(all::add);
        for (var field : type.getFields()) {
            var limits = FieldLimits.of(field).rules();
            limits.getCelList().stream().map(Rule::getExpression).forEach(all::add);
            all.addAll(limits.getCelExpressionList());
        }
        return all;
    }

    /** Changes of the fields that expressions or violations name. */
    List<Move> mentioned(DynamicMessage message, Collection<String> names) {
        return moves(message, paths(message, List.of(), names, true));
    }

    /** Changes of every field. */
    List<Move> all(DynamicMessage message) {
        return moves(message, paths(message, List.of(), List.of(), false));
    }

    private List<List<FieldDescriptor>> paths(
            DynamicMessage message, List<FieldDescriptor> before, Collection<String> names, boolean onlyMentioned) {
        var paths = new ArrayList<List<FieldDescriptor>>();
        for (var field : message.getDescriptorForType().getFields()) {
            if (onlyMentioned && !words.contains(field.getName()) && !names.contains(field.getName())) {
                continue;
            }
            var path = Stream.concat(before.stream(), Stream.of(field)).toList();
            paths.add(path);
            if (!field.isRepeated()
                    && path.size() < DEPTH
                    && message.hasField(field)
                    && message.getField(field) instanceof DynamicMessage inner
                    && !KnownTypes.contains(inner.getDescriptorForType())) {
                paths.addAll(paths(inner, path, List.of(), true));
            }
        }
        return paths;
    }

    private List<Move> moves(DynamicMessage message, List<List<FieldDescriptor>> paths) {
        var numbers = numbers(message, paths);
        var moves = new ArrayList<Move>();
        for (var path : paths) {
            domain(path.get(path.size() - 1), numbers).forEach(values -> moves.add(new Move(path, values)));
        }
        return moves;
    }

    /** The lists of values that a field may be set to. */
    private List<List<Object>> domain(FieldDescriptor field, List<BigDecimal> numbers) {
        Set<List<Object>> domain = new LinkedHashSet<>();
        domain.add(List.of());
        var usual = maker.values(field);
        domain.add(usual);
        if (field.isRepeated()) {
            if (!field.isMapField() && !usual.isEmpty()) {
                domain.add(List.of(usual.get(0), usual.get(0)));
                domain.add(maker.possible(field, FieldLimits.of(field), 3).stream()
                        .limit(3)
                        .toList());
            }
            return List.copyOf(domain);
        }
        if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE || KnownTypes.contains(field.getMessageType())) {
            var limit = field.getType() == FieldDescriptor.Type.ENUM ? 3 * VALUES : VALUES;
            maker.possible(field, FieldLimits.of(field), 1).stream()
                    .limit(limit)
                    .forEach(value -> domain.add(List.of(value)));
        }
        literals(field, numbers).forEach(value -> domain.add(List.of(value)));
        return List.copyOf(domain);
    }

    private List<Object> literals(FieldDescriptor field, List<BigDecimal> numbers) {
        var literals = Literals.of(expressions);
        if (field.getJavaType() == FieldDescriptor.JavaType.STRING) {
            return List.copyOf(literals.texts());
        }
        return Stream.concat(literals.numbers().stream().flatMap(Moves::around), numbers.stream())
                .flatMap(number -> NumberCandidates.of(field, number).stream())
                .distinct()
                .toList();
    }

    private static Stream<BigDecimal> around(BigDecimal number) {
        return Stream.of(number, number.add(BigDecimal.ONE), number.subtract(BigDecimal.ONE));
    }

    /**
     * Numbers of the message that others may have to be equal to, and sums, differences and products of two of them.
     */
    private static List<BigDecimal> numbers(DynamicMessage message, List<List<FieldDescriptor>> paths) {
        var own = paths.stream()
                .filter(path -> path.size() == 1 && !path.get(0).isRepeated())
                .flatMap(path -> number(message, path.get(0)).stream())
                .distinct()
                .limit(6)
                .toList();
        var numbers = new LinkedHashSet<>(own);
        for (var first : own) {
            numbers.add(first.add(BigDecimal.ONE));
            for (var second : own) {
                numbers.add(first.add(second));
                numbers.add(first.subtract(second));
                numbers.add(first.multiply(second));
            }
        }
        return List.copyOf(numbers);
    }

    private static Optional<BigDecimal> number(DynamicMessage message, FieldDescriptor field) {
        return NumberCandidates.number(field, message.getField(field));
    }
}
