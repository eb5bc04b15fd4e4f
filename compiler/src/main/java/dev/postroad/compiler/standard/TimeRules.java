package dev.postroad.compiler.standard;

import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Call;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.Or;
import dev.postroad.compiler.expression.Expression.Variable;
import dev.postroad.compiler.expression.Functions;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.plan.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules of a timestamp or a duration. */
final class TimeRules {
    private static final Variable NOW = new Variable(Variable.NOW, Type.TIMESTAMP);

    private final String name;
    private final Type type;
    private final RuleFields rules;
    private final Expression value;

    /**
     * The rules of a timestamp or a duration.
     *
     * @param name the field of protovalidate's rules, with which rules' ids begin
     */
    TimeRules(String name, Type type, Message rules) {
        this.name = name;
        this.type = type;
        this.rules = new RuleFields(rules);
        this.value = Verdicts.self(type);
    }

    List<Rule> read() {
        var result = new ArrayList<Rule>();
        rules.one("const")
                .ifPresent(
                        wanted -> result.add(new Rule(name + ".const", "must equal " + shown(wanted), equal(wanted))));
        new Range(name, bound("gt").or(() -> bound("gte")), bound("lt").or(() -> bound("lte")))
                .rule(value, Comparator.comparing(TimeRules::moment))
                .ifPresent(result::add);
        lists(result);
        now(result);
        return result;
    }

    private void lists(List<Rule> result) {
        var in = rules.all("in");
        if (!in.isEmpty()) {
            result.add(new Rule(name + ".in", "must be in list " + shown(in), oneOf(in)));
        }
        var notIn = rules.all("not_in");
        if (!notIn.isEmpty()) {
            result.add(new Rule(name + ".not_in", "must not be in list " + shown(notIn), Verdicts.not(oneOf(notIn))));
        }
    }

    private void now(List<Rule> result) {
        if (isSet("lt_now")) {
            result.add(new Rule(
                    name + ".lt_now", "must be less than now", Verdicts.not(Verdicts.compare("greater", value, NOW))));
        }
        if (isSet("gt_now")) {
            result.add(new Rule(
                    name + ".gt_now", "must be greater than now", Verdicts.not(Verdicts.compare("less", value, NOW))));
        }
        rules.one("within").ifPresent(distance -> {
            var isOutside = new Or(
                    Verdicts.compare("less", value, fromNow("subtract_timestamp_duration", distance)),
                    Verdicts.compare("greater", value, fromNow("add_timestamp_duration", distance)));
            result.add(new Rule(
                    name + ".within", "must be within %s of now".formatted(shown(distance)), Verdicts.not(isOutside)));
        });
    }

    private static Expression fromNow(String overload, Object distance) {
        return new Call(Functions.of(overload), List.of(NOW, new Constant(Type.DURATION, distance)), Type.TIMESTAMP);
    }

    private boolean isSet(String rule) {
        return rules.one(rule).filter(Boolean.TRUE::equals).isPresent();
    }

    private Optional<Bound> bound(String bound) {
        return rules.one(bound).map(limit -> new Bound(bound, constant(limit), shown(limit)));
    }

    private Expression oneOf(List<?> values) {
        return values.stream().map(this::equal).reduce(Or::new).orElseThrow();
    }

    /** Times that are written differently may be equal; those that java.time cannot hold equal nothing. */
    private Expression equal(Object time) {
        return Verdicts.same(value, constant(time));
    }

    private Constant constant(Object time) {
        return new Constant(type, time);
    }

    private static String shown(List<?> times) {
        return times.stream().map(TimeRules::shown).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String shown(Object time) {
        return time instanceof Timestamp timestamp ? TimeText.of(timestamp) : TimeText.of((Duration) time);
    }

    private static java.time.Duration moment(Object time) {
        return time instanceof Timestamp timestamp
                ? java.time.Duration.ofSeconds(timestamp.getSeconds(), timestamp.getNanos())
                : java.time.Duration.ofSeconds(((Duration) time).getSeconds(), ((Duration) time).getNanos());
    }
}
