package dev.postroad.compiler.closure;

import com.google.protobuf.Descriptors.Descriptor;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.Call;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.Select;
import dev.postroad.compiler.expression.Expression.Variable;
import dev.postroad.compiler.expression.Function;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.parcels.ParcelPacked;
import dev.postroad.compiler.plan.ExclusiveFields;
import dev.postroad.compiler.plan.FieldPlan;
import dev.postroad.compiler.plan.MessagePlan;
import dev.postroad.compiler.plan.Rule;
import dev.postroad.compiler.plan.RulePlan;
import dev.postroad.compiler.plan.Step;
import dev.postroad.compiler.plan.ValuePlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rules of {@link ParcelPacked} as a plan. */
public final class ParcelPlan {
    private static final Descriptor PARCEL = ParcelPacked.getDescriptor();
    private static final Descriptor ITEM = ParcelPacked.Item.getDescriptor();
    private static final ValuePlan ANY_TEXT = new ValuePlan(Type.STRING, false, List.of());
    private static final ValuePlan SOME_TEXT = new ValuePlan(
            Type.STRING,
            false,
            List.of(new Rule(
                    "string.min_len",
                    "must be at least 1 characters",
                    call("isLonger", self(Type.STRING), Constant.of(0)))));

    private ParcelPlan() {}

    static RulePlan whole() {
        var message = self(Type.of(PARCEL));
        var tare = new Rule(
                "parcel.tare",
                "the weight includes the box",
                call("isAtLeast", select(message, "grams"), select(message, "tare_grams")));
        var parcel = new MessagePlan(
                PARCEL,
                List.of(tare),
                List.of(new ExclusiveFields(
                        Stream.of("street", "locker")
                                .map(PARCEL::findFieldByName)
                                .toList(),
                        true)),
                List.of(PARCEL.getOneofs().get(0)),
                List.of(
                        field(
                                "street",
                                false,
                                true,
                                rule("string.max_len", "must be at most 20 characters", Type.STRING, "isShort", 20)),
                        field("packed_at", true, true),
                        field(
                                "items",
                                false,
                                false,
                                new Step.Items(new ValuePlan(Type.of(ITEM), false, List.of(new Step.Embedded(ITEM))))),
                        field(
                                "counts",
                                false,
                                false,
                                new Step.Items(new ValuePlan(
                                        Type.UINT,
                                        false,
                                        List.of(rule(
                                                "uint32.lte",
                                                "must be less than or equal to 5",
                                                Type.UINT,
                                                "isAtMost",
                                                5))))),
                        field(
                                "parts",
                                false,
                                false,
                                new Step.Entries(
                                        ANY_TEXT,
                                        new ValuePlan(Type.of(ITEM), false, List.of(new Step.Embedded(ITEM))))),
                        field(
                                "notes",
                                false,
                                false,
                                new Step.Entries(new ValuePlan(Type.INT, false, List.of()), SOME_TEXT)),
                        field(
                                "stamps",
                                false,
                                false,
                                new Step.Entries(new ValuePlan(Type.UINT, false, List.of()), SOME_TEXT)),
                        field(
                                "sayings",
                                false,
                                false,
                                new Step.Entries(new ValuePlan(Type.BOOL, false, List.of()), SOME_TEXT)),
                        discount(),
                        field("inner", false, true, new Step.Embedded(PARCEL))));
        var item = new MessagePlan(
                ITEM,
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new FieldPlan(ITEM.findFieldByName("sku"), false, false, SOME_TEXT),
                        new FieldPlan(
                                ITEM.findFieldByName("items"),
                                false,
                                false,
                                new ValuePlan(
                                        Type.listOf(Type.of(ITEM)),
                                        false,
                                        List.of(new Step.Items(new ValuePlan(
                                                Type.of(ITEM), false, List.of(new Step.Embedded(ITEM)))))))));
        return new RulePlan(PARCEL, Map.of(PARCEL, parcel, ITEM, item), List.of());
    }

    private static FieldPlan discount() {
        var field = PARCEL.findFieldByName("discount");
        var lower = new Rule(
                "double.lt", "must be less than 1", call("isLess", self(Type.DOUBLE), new Constant(Type.DOUBLE, 1.0)));
        var inner = new ValuePlan(Type.DOUBLE, false, List.of(lower));
        return new FieldPlan(field, false, true, new ValuePlan(Type.DOUBLE, false, List.of(new Step.Inner(inner))));
    }

    private static FieldPlan field(String name, boolean isRequired, boolean skipsUnset, Step... steps) {
        var field = PARCEL.findFieldByName(name);
        return new FieldPlan(field, isRequired, skipsUnset, new ValuePlan(Type.of(field), false, List.of(steps)));
    }

    private static Rule rule(String id, String sentence, Type type, String function, long limit) {
        return new Rule(id, sentence, call(function, self(type), new Constant(Type.INT, limit)));
    }

    private static Expression self(Type type) {
        return new Variable(Variable.THIS, type);
    }

    private static Expression select(Expression message, String field) {
        return new Select(message, PARCEL.findFieldByName(field));
    }

    private static Expression call(String name, Expression... arguments) {
        var method = Stream.of(ParcelPlan.class.getMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return new Call(new Function(method), List.of(arguments), Type.BOOL);
    }

    public static boolean isLonger(String text, long length) {
        return text.length() > length;
    }

    public static boolean isShort(String text, long length) {
        return text.length() <= length;
    }

    public static boolean isAtLeast(long a, long b) {
        return a >= b;
    }

    public static boolean isAtMost(long a, long b) {
        return Long.compareUnsigned(a, b) <= 0;
    }

    public static boolean isLess(double a, double b) {
        return a < b;
    }
}
