package dev.postroad.compiler.standard;

import build.buf.validate.AnyRules;
import build.buf.validate.FieldRules;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.OneOf;
import dev.postroad.compiler.expression.Expression.Select;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.plan.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the standard rules of a value. */
public final class StandardRules {
    private static final Map<String, String> WELL_KNOWN = Map.of(
            "google.protobuf.Any", "any",
            "google.protobuf.Duration", "duration",
            "google.protobuf.FieldMask", "field_mask",
            "google.protobuf.Timestamp", "timestamp");

    private StandardRules() {}

    /**
     * The rules of the type of a value, in the order of reporting.
     *
     * @param field what holds the value
     * @param isElement whether the value is one of several that the field holds
     * @throws UnfitRulesException if the rules are for another type, or protovalidate does not know them
     * @throws UncompilableException if a rule cannot be compiled
     */
    public static List<Rule> of(FieldDescriptor field, boolean isElement, FieldRules rules)
            throws UnfitRulesException, UncompilableException {
        var given = rules.getOneofFieldDescriptor(
                FieldRules.getDescriptor().getOneofs().get(0));
        if (given == null) {
            return List.of();
        }
        var fitting = fitting(field, isElement);
        if (!fitting.equals(given.getName())) {
            throw new UnfitRulesException("%s rules do not fit %s".formatted(given.getName(), words(field, isElement)));
        }
        var typeRules = (Message) rules.getField(given);
        if (!typeRules.getUnknownFields().asMap().isEmpty()) {
            throw new UnfitRulesException(
                    "%s has rules that neither protovalidate nor an imported file knows: number %s"
                            .formatted(
                                    given.getName(),
                                    typeRules.getUnknownFields().asMap().keySet()));
        }
        var isListElement = isElement && field.isRepeated();
        var read = read(isElement ? Type.ofOne(field) : Type.of(field), given.getName(), typeRules, isListElement);
        return isListElement ? ListElements.ordered(typeRules, read) : read;
    }

    /** The rule that an enum field, or each of its elements, has a defined value. */
    public static Rule definedOnly(FieldDescriptor field) {
        return EnumNumberRules.definedOnly(field.getEnumType());
    }

    private static List<Rule> read(Type type, String name, Message rules, boolean isListElement)
            throws UnfitRulesException, UncompilableException {
        return switch (name) {
            case "bool" -> bool(rules);
            case "string" -> new TextRules((build.buf.validate.StringRules) rules, isListElement).read();
            case "bytes" -> new ByteRules((build.buf.validate.BytesRules) rules, isListElement).read();
            case "enum" -> new EnumNumberRules((build.buf.validate.EnumRules) rules).read();
            case "repeated" -> SizeRules.of(type, (build.buf.validate.RepeatedRules) rules);
            case "map" -> SizeRules.of(type, (build.buf.validate.MapRules) rules);
            case "timestamp", "duration" -> new TimeRules(name, type, rules).read();
            case "field_mask" -> new MaskRules(type, (build.buf.validate.FieldMaskRules) rules).read();
            case "any" -> any(type, (AnyRules) rules);
            default -> new NumberRules(name, type, rules, isListElement).read();
        };
    }

    private static List<Rule> bool(Message rules) {
        return new RuleFields(rules)
                .one("const")
                .map(wanted -> List.of(new Rule(
                        "bool.const",
                        "must equal " + wanted,
                        Verdicts.equal(Verdicts.self(Type.BOOL), new Constant(Type.BOOL, wanted)))))
                .orElse(List.of());
    }

    private static List<Rule> any(Type type, AnyRules rules) {
        var url = new Select(Verdicts.self(type), type.message().orElseThrow().findFieldByName("type_url"));
        var result = new ArrayList<Rule>();
        if (rules.getInCount() > 0) {
            result.add(new Rule("any.in", "type URL must be in the allow list", oneOf(url, rules.getInList())));
        }
        if (rules.getNotInCount() > 0) {
            var sentence = "type URL must not be in the block list";
            result.add(new Rule("any.not_in", sentence, Verdicts.not(oneOf(url, rules.getNotInList()))));
        }
        return result;
    }

    private static OneOf oneOf(Expression value, List<String> texts) {
        return new OneOf(value, texts.stream().map(Constant::of).toList());
    }

    /** The name under which rules for the value stand; empty if there are none for its type. */
    private static String fitting(FieldDescriptor field, boolean isElement) {
        if (field.isMapField() && !isElement) {
            return "map";
        }
        if (field.isRepeated() && !isElement) {
            return "repeated";
        }
        if (field.getJavaType() == JavaType.MESSAGE) {
            return WELL_KNOWN.getOrDefault(field.getMessageType().getFullName(), "");
        }
        return field.getType().name().toLowerCase(Locale.ROOT);
    }

    private static String words(FieldDescriptor field, boolean isElement) {
        if (field.isMapField() && !isElement) {
            return "a map";
        }
        if (field.isRepeated() && !isElement) {
            return "a list";
        }
        return field.getJavaType() == JavaType.MESSAGE
                ? "a " + field.getMessageType().getFullName()
                : "a value of type " + field.getType().name().toLowerCase(Locale.ROOT);
    }
}
