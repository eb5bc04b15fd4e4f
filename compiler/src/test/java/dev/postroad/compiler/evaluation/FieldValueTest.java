package dev.postroad.compiler.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.postroad.compiler.parcels.ParcelPacked;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FieldValueTest {
    private static final Timestamp TIME =
            Timestamp.newBuilder().setSeconds(5).setNanos(6).build();
    private static final Duration LIMIT = Duration.newBuilder().setSeconds(7).build();
    private static final ByteString SEAL = ByteString.copyFromUtf8("seal");
    private static final ParcelPacked PARCEL = ParcelPacked.newBuilder()
            .setGrams(-7)
            .setStreet("High Street")
            .setLocker(-1)
            .setPackedAt(TIME)
            .setLimit(LIMIT)
            .addCounts(-1)
            .addCounts(2)
            .addSides(0.5f)
            .putNotes(3, "three")
            .putStamps(-1, "most")
            .setSpeedValue(9)
            .setSeal(SEAL)
            .build();

    static Stream<Arguments> fields() {
        return Stream.of(
                Arguments.of("grams", -7L),
                Arguments.of("street", "High Street"),
                Arguments.of("locker", 0xFFFFFFFFL),
                Arguments.of("packed_at", TIME),
                Arguments.of("limit", LIMIT),
                Arguments.of("counts", List.of(0xFFFFFFFFL, 2L)),
                Arguments.of("sides", List.of(0.5)),
                Arguments.of("notes", Map.of(3L, "three")),
                Arguments.of("stamps", Map.of(-1L, "most")),
                Arguments.of("speed", 9L),
                Arguments.of("seal", SEAL),
                Arguments.of("rider", ""),
                Arguments.of("van", 0L),
                Arguments.of("items", List.of()));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void isOfTheTypeThatCelKnows(String field, Object value) {
        var fieldValue = FieldValue.of(field(field));

        assertThat(forms(PARCEL)).extracting(fieldValue::in).containsOnly(value);
    }

    @ParameterizedTest
    @CsvSource({"grams, true", "counts, true", "notes, true", "items, false", "rider, false", "inner, false"})
    void tellsWhetherItIsSet(String field, boolean isSet) {
        var fieldValue = FieldValue.of(field(field));

        assertThat(forms(PARCEL)).extracting(fieldValue::isSet).containsOnly(isSet);
    }

    @Test
    void takesTheLastOfTheEntriesWithOneKey() {
        var notes = field("notes");
        var message = DynamicMessage.newBuilder(ParcelPacked.getDescriptor())
                .addRepeatedField(notes, note(1, "first"))
                .addRepeatedField(notes, note(2, "second"))
                .addRepeatedField(notes, note(1, "last"))
                .build();

        assertThat(FieldValue.of(notes).in(message)).isEqualTo(Map.of(1L, "last", 2L, "second"));
    }

    private static Message note(int key, String value) {
        var entry = field("notes").getMessageType();
        return DynamicMessage.newBuilder(entry)
                .setField(entry.findFieldByNumber(1), key)
                .setField(entry.findFieldByNumber(2), value)
                .build();
    }

    private static FieldDescriptor field(String name) {
        return ParcelPacked.getDescriptor().findFieldByName(name);
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
