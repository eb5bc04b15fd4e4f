package dev.postroad.compiler.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.DoubleValue;
import dev.postroad.compiler.expression.Expression;
import dev.postroad.compiler.expression.Expression.And;
import dev.postroad.compiler.expression.Expression.Choice;
import dev.postroad.compiler.expression.Expression.Collected;
import dev.postroad.compiler.expression.Expression.Constant;
import dev.postroad.compiler.expression.Expression.Listed;
import dev.postroad.compiler.expression.Expression.Not;
import dev.postroad.compiler.expression.Expression.OneOf;
import dev.postroad.compiler.expression.Expression.Or;
import dev.postroad.compiler.expression.Expression.Quantified;
import dev.postroad.compiler.expression.Expression.Quantified.Quantifier;
import dev.postroad.compiler.expression.Expression.Select;
import dev.postroad.compiler.expression.Expression.Unwrapped;
import dev.postroad.compiler.expression.Expression.Variable;
import dev.postroad.compiler.expression.Type;
import dev.postroad.compiler.parcels.ParcelPacked;
import dev.postroad.contract.cel.EvaluationException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {
    private static final Expression THIS = new Variable(Variable.THIS, Type.of(ParcelPacked.getDescriptor()));
    private static final Expression YES = Constant.of(true);
    private static final Expression NO = Constant.of(false);
    private static final Expression FAILS =
            equal(Arithmetic.call("divide", Constant.of(1), Constant.of(0)), Constant.of(1));
    private static final ParcelPacked PARCEL = ParcelPacked.newBuilder()
            .setStreet("High Street")
            .putNotes(3, "three")
            .setDiscount(DoubleValue.of(0.25))
            .build();

    @Test
    void readsWhatIsInAWrapperThatIsSet() {
        var discount = ParcelPacked.getDescriptor().findFieldByName("discount");
        var verdict = Verdict.of(equal(new Unwrapped(THIS, discount), new Constant(Type.DOUBLE, 0.25)));

        assertThat(verdict.isKept(PARCEL)).isTrue();
        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> verdict.isKept(ParcelPacked.getDefaultInstance()))
                .withMessage("field 'discount' is not set");
    }

    @Test
    void letsADecisiveSideMakeTheFailureOfTheOtherVoid() {
        assertThat(verdict(new And(FAILS, NO))).isFalse();
        assertThat(verdict(new And(NO, FAILS))).isFalse();
        assertThat(verdict(new Or(FAILS, YES))).isTrue();
        assertThat(verdict(new Or(YES, FAILS))).isTrue();
    }

    static Stream<Expression> failures() {
        return Stream.of(
                new And(FAILS, YES),
                new And(YES, FAILS),
                new And(FAILS, FAILS),
                new Or(FAILS, NO),
                new Or(NO, FAILS),
                new Not(FAILS),
                new Choice(FAILS, YES, YES),
                quantified(Quantifier.ALL, isOneDividedBy(-1), 0, -1),
                quantified(Quantifier.EXISTS, isOneDividedBy(1), 0, -1),
                quantified(Quantifier.EXISTS_ONE, isOneDividedBy(1), 0, 1));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failsWhereNothingDecides(Expression expression) {
        var verdict = Verdict.of(expression);

        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> verdict.isKept(PARCEL))
                .withMessage("division by zero");
    }

    @Test
    void evaluatesTheChosenSideOnly() {
        assertThat(verdict(new Choice(YES, YES, FAILS))).isTrue();
        assertThat(verdict(new Choice(NO, FAILS, YES))).isTrue();
    }

    @Test
    void quantifiesOverElementsOfWhichSomeFail() {
        assertThat(verdict(quantified(Quantifier.ALL, isOneDividedBy(1), 0, -1)))
                .isFalse();
        assertThat(verdict(quantified(Quantifier.EXISTS, isOneDividedBy(1), 0, 1)))
                .isTrue();
        assertThat(verdict(quantified(Quantifier.ALL, isOneDividedBy(1), 1, 1))).isTrue();
        assertThat(verdict(quantified(Quantifier.EXISTS_ONE, isOneDividedBy(1), 1, 1)))
                .isFalse();
        assertThat(verdict(quantified(Quantifier.EXISTS_ONE, isOneDividedBy(1), 1, 2)))
                .isTrue();
    }

    @Test
    void quantifiesOverTheKeysOfAMap() {
        var key = new Variable("key", Type.INT);
        var isThree = equal(key, Constant.of(3));

        assertThat(verdict(new Quantified(Quantifier.EXISTS, key, select("notes"), isThree)))
                .isTrue();
    }

    @Test
    void collectsWhatIsMadeOfElements() {
        var element = new Variable("element", Type.INT);
        var list = new Listed(List.of(Constant.of(1), Constant.of(2)), Type.listOf(Type.INT));
        var halves = new Collected(
                element,
                list,
                Optional.of(equal(element, Constant.of(2))),
                Arithmetic.call("divide", element, Constant.of(2)));

        assertThat(verdict(equal(halves, new Constant(Type.listOf(Type.INT), List.of(1L)))))
                .isTrue();
    }

    @Test
    void findsNumbersAmongNumbers() {
        var numbers = Stream.of(0.0, Double.NaN).map(number -> new Constant(Type.DOUBLE, number));
        var constants = numbers.toList();

        assertThat(verdict(new OneOf(new Constant(Type.DOUBLE, -0.0), constants)))
                .isTrue();
        assertThat(verdict(new OneOf(new Constant(Type.DOUBLE, Double.NaN), constants)))
                .isFalse();
        assertThat(verdict(new OneOf(Constant.of(1), List.of(Constant.of(1), Constant.of(1)))))
                .isTrue();
    }

    @Test
    void saysTheTextOrTheSentence() {
        var text = Verdict.of(select("street"));

        assertThat(text.isKept(PARCEL)).isFalse();
        assertThat(text.complaint(PARCEL, "unused")).contains("High Street");
        assertThat(text.complaint(ParcelPacked.getDefaultInstance(), "unused")).isEmpty();
        assertThat(Verdict.of(NO).complaint(PARCEL, "sentence")).contains("sentence");
        assertThat(Verdict.of(YES).complaint(PARCEL, "sentence")).isEmpty();
    }

    @Test
    void knowsOneTimeWhileItEvaluates() {
        var now = new Variable(Variable.NOW, Type.TIMESTAMP);
        var before = Instant.now().getEpochSecond();

        assertThat(verdict(equal(now, now))).isTrue();
        assertThat(verdict(Arithmetic.call("isNotBefore", now, Constant.of(before))))
                .isTrue();
    }

    @Test
    void refusesAFunctionThatNobodyMayCall() {
        var call = Arithmetic.call("secret", Constant.of(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verdict.of(call))
                .withMessageEndingWith(
                        "secret(long) cannot be called; a function is a public static method of a public class");
    }

    private static boolean verdict(Expression expression) {
        return Verdict.of(expression).isKept(PARCEL);
    }

    private static Expression select(String field) {
        return new Select(THIS, ParcelPacked.getDescriptor().findFieldByName(field));
    }

    private static Expression equal(Expression left, Expression right) {
        return Arithmetic.call("equal", left, right);
    }

    private static Expression isOneDividedBy(long quotient) {
        var divided = Arithmetic.call("divide", Constant.of(1), new Variable("element", Type.INT));
        return equal(divided, Constant.of(quotient));
    }

    private static Expression quantified(Quantifier quantifier, Expression condition, long... elements) {
        var list = Arrays.stream(elements).boxed().toList();
        var range = new Constant(Type.listOf(Type.INT), list);
        return new Quantified(quantifier, new Variable("element", Type.INT), range, condition);
    }
}
