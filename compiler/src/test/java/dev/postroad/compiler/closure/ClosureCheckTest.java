package dev.postroad.compiler.closure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.DoubleValue;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.postroad.compiler.parcels.ParcelPacked;
import dev.postroad.compiler.parcels.ParcelPacked.Item;
import dev.postroad.compiler.plan.RulePlan;
import dev.postroad.compiler.plan.Uncompiled;
import dev.postroad.contract.check.Check;
import dev.postroad.contract.check.ProtovalidateCheck;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClosureCheckTest {
    private static final ParcelPacked VALID = ParcelPacked.newBuilder()
            .setGrams(500)
            .setTareGrams(-20)
            .setStreet("High Street")
            .setPackedAt(Timestamp.newBuilder().setSeconds(1))
            .addItems(item("a"))
            .addCounts(5)
            .putParts("lid", item("b"))
            .putNotes(1, "one")
            .putStamps(2, "two")
            .putSayings(true, "said")
            .setDiscount(DoubleValue.of(0.5))
            .setRider("Ada")
            .build();

    private final Check<Message> check = ClosureCheck.compile(ParcelPacked.getDescriptor());

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("", VALID.toBuilder().setTareGrams(501)),
                Arguments.of("", VALID.toBuilder().setLocker(1)),
                Arguments.of("", VALID.toBuilder().clearStreet()),
                Arguments.of("carrier", VALID.toBuilder().clearRider()),
                Arguments.of("street", VALID.toBuilder().setStreet("a street with a long name")),
                Arguments.of("packed_at", VALID.toBuilder().clearPackedAt()),
                Arguments.of("items[1].sku", VALID.toBuilder().addItems(item(""))),
                Arguments.of("items[0].items[0].sku", VALID.toBuilder().setItems(0, item("a", item("")))),
                Arguments.of("counts[1]", VALID.toBuilder().addCounts(-1)),
                Arguments.of("parts[\"a\"b\"].sku", VALID.toBuilder().putParts("a\"b", item(""))),
                Arguments.of("notes[-5]", VALID.toBuilder().putNotes(-5, "")),
                Arguments.of("stamps[18446744073709551615]", VALID.toBuilder().putStamps(-1, "")),
                Arguments.of("sayings[false]", VALID.toBuilder().putSayings(false, "")),
                Arguments.of("discount", VALID.toBuilder().setDiscount(DoubleValue.of(Double.NaN))),
                Arguments.of(
                        "inner.inner.packed_at",
                        VALID.toBuilder()
                                .setInner(VALID.toBuilder()
                                        .setInner(VALID.toBuilder().clearPackedAt()))));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void findsWhatProtovalidateFinds(String path, ParcelPacked.Builder broken) {
        var protovalidate = new ProtovalidateCheck<>(ParcelPacked.getDescriptor());

        for (var message : forms(broken.build())) {
            assertThat(check.isValid(message)).isFalse();
            assertThat(check.violations(message))
                    .isEqualTo(protovalidate.violations(message))
                    .singleElement()
                    .extracting("field")
                    .isEqualTo(path);
        }
    }

    @Test
    void reportsInTheOrderOfProtovalidate() {
        var protovalidate = new ProtovalidateCheck<>(ParcelPacked.getDescriptor());
        var broken = ParcelPacked.newBuilder()
                .setTareGrams(1)
                .setInner(ParcelPacked.newBuilder().setTareGrams(1))
                .addItems(item(""))
                .build();

        assertThat(check.violations(broken)).hasSizeGreaterThan(8).isEqualTo(protovalidate.violations(broken));
    }

    @Test
    void isMadeOfClosures() {
        assertThat(check).isInstanceOf(ClosureCheck.class);
    }

    @Test
    void findsNothingInAValidMessage() {
        assertThat(forms(VALID))
                .allMatch(check::isValid)
                .allMatch(message -> check.violations(message).isEmpty());
    }

    @Test
    void refusesAMessageOfAnotherType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check.violations(item("a")))
                .withMessage("a check of parcels.v1.ParcelPacked was given a message of parcels.v1.ParcelPacked.Item;"
                        + " both must have one descriptor");
    }

    @Test
    void refusesAPlanThatDoesNotHoldEveryRule() {
        var type = ParcelPacked.getDescriptor();
        var plan = new RulePlan(type, Map.of(), List.of(new Uncompiled(type, "parcel.seal", "it asks for a message")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClosureCheck.of(plan))
                .withMessage("the rules of parcels.v1.ParcelPacked cannot all be compiled: [rule parcel.seal of"
                        + " parcels.v1.ParcelPacked: it asks for a message]; let protovalidate check it");
    }

    private static Item item(String sku, Item... items) {
        return Item.newBuilder().setSku(sku).addAllItems(List.of(items)).build();
    }

    /** A message with its class and without. */
    private static List<Message> forms(ParcelPacked parcel) {
        try {
            return List.of(parcel, DynamicMessage.parseFrom(ParcelPacked.getDescriptor(), parcel.toByteString()));
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
