package dev.postroad.compiler.standard;

import com.google.protobuf.Message;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.And;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.OneOf;
import dev.postroad.compiler.expression.Kind;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.plan.Rule;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules of a number of any type. */
final class NumberRules {
    private final String name;
    private final Type type;
    private final RuleFields rules;
    private final boolean isListElement;
    private final Expression value;

    /**
     * The rules of a number.
     *
     * @param name the number's type in Protobuf, with which rules' ids begin
     */
    NumberRules(String name, Type type, Message rules, boolean isListElement) {
        this.name = name;
        this.type = type;
        this.rules = new RuleFields(rules);
        this.isListElement = isListElement;
        this.value = Verdicts.self(type);
    }

    List<Rule> read() throws UncompilableException {
        var result = new ArrayList<Rule>();
        rules.one("const")
                .map(this::constant)
                .ifPresent(wanted -> result.add(
                        new Rule(name + ".const", "must equal " + shown(wanted), Verdicts.equal(value, wanted))));
        var in = constants("in");
        if (!in.isEmpty()) {
            result.add(new Rule(name + ".in", "must be in list " + shown(in), new OneOf(value, in)));
        }
        var notIn = constants("not_in");
        if (!notIn.isEmpty()) {
            result.add(new Rule(
                    name + ".not_in", "must not be in list " + shown(notIn), Verdicts.not(new OneOf(value, notIn))));
        }
        if (rules.one("finite").filter(Boolean.TRUE::equals).isPresent()) {
            result.add(new Rule(name + ".finite", "must be finite", isFinite()));
        }
        new Range(name, bound("gt").or(() -> bound("gte")), bound("lt").or(() -> bound("lte")))
                .rule(value, order())
                .ifPresent(result::add);
        refuseNan();
        refuseMisread();
        return result;
    }

    private Expression isFinite() {
        return new And(
                Verdicts.not(Verdicts.call("is_nan", value)), Verdicts.not(Verdicts.call("is_inf_unary", value)));
    }

    /** With a bound that is no number, protovalidate leaves its own evaluator for CEL. */
    private void refuseNan() throws UncompilableException {
        for (var bound : List.of("gt", "gte", "lt", "lte")) {
            if (rules.one(bound).map(this::constant).filter(NumberRules::isNan).isPresent()) {
                throw new UncompilableException(name + "." + bound, "its bound is NaN");
            }
        }
        for (var list : List.of("in", "not_in")) {
            if (isListElement && constants(list).stream().anyMatch(NumberRules::isNan)) {
                throw new UncompilableException(name + "." + list, "it lists NaN, which CEL finds in lists");
            }
        }
    }

    /**
     * For elements of a list, protovalidate leaves its own evaluator for CEL, which reads unsigned limits as signed
     * ones: all of 32 bits, and those of 64 that stand in a list. The largest signed one it finds in no such list.
     */
    private void refuseMisread() throws UncompilableException {
        if (!isListElement || type.kind() != Kind.UINT) {
            return;
        }
        for (var limit : rules.rules().getAllFields().entrySet()) {
            var rule = limit.getKey();
            if (!rule.isExtension() && !rule.getName().equals("example") && isMisread(limit.getValue())) {
                throw new UncompilableException(
                        "%s.%s".formatted(name, rule.getName()),
                        "protovalidate misreads unsigned limits as large as this in a list");
            }
        }
    }

    private static boolean isMisread(Object limit) {
        if (limit instanceof List<?> some) {
            return some.stream()
                    .mapToLong(each -> ((Number) each).longValue())
                    .anyMatch(each -> each < 0 || each == Long.MAX_VALUE);
        }
        return limit instanceof Integer number && number < 0;
    }

    private static boolean isNan(Constant constant) {
        return constant.value() instanceof Double number && number.isNaN();
    }

    private Optional<Bound> bound(String bound) {
        return rules.one(bound).map(this::constant).map(limit -> new Bound(bound, limit, shown(limit)));
    }

    private Comparator<Object> order() {
        return switch (type.kind()) {
            case UINT -> (one, other) -> Long.compareUnsigned((Long) one, (Long) other);
            // Zero is zero, whatever its sign.
            case DOUBLE -> (one, other) -> Double.compare((Double) one + 0.0, (Double) other + 0.0);
            default -> (one, other) -> Long.compare((Long) one, (Long) other);
        };
    }

    private List<Constant> constants(String field) {
        return rules.all(field).stream().map(this::constant).toList();
    }

    private Constant constant(Object number) {
        if (number instanceof Integer integer) {
            var isUnsigned = type.kind() == Kind.UINT;
            return new Constant(type, isUnsigned ? Integer.toUnsignedLong(integer) : Long.valueOf(integer));
        }
        return new Constant(type, number instanceof Float real ? Double.valueOf(real) : number);
    }

    private String shown(List<Constant> constants) {
        return constants.stream().map(this::shown).collect(Collectors.joining(", ", "[", "]"));
    }

    private String shown(Constant constant) {
        if (constant.value() instanceof Double number) {
            return isListElement && Double.isFinite(number)
                    ? new DecimalFormat("0.#########", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number)
                    : shown(number);
        }
        return type.kind() == Kind.UINT ? Long.toUnsignedString((Long) constant.value()) : constant.value() + "";
    }

    private static String shown(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.toString(number);
        }
        if (number == 0 && 1 / number < 0) {
            return "-0";
        }
        var plain = BigDecimal.valueOf(number).toPlainString();
        return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }
}
