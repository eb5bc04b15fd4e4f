package dev.postroad.compiler.foreign;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Breaks a field of every tenth message or so, in one of five ways. */
final class Mutation implements Consumer<DescriptorProto.Builder> {
    private final Random chance;
    private final List<String> done = new ArrayList<>();

    Mutation(long seed) {
        chance = new Random(seed);
    }

    /** What was broken, in words. */
    List<String> done() {
        return done;
    }

    @Override
    public void accept(DescriptorProto.Builder message) {
        // A oneof must not become empty, and what no oneof holds may go.
        var candidates = IntStream.range(0, message.getFieldCount())
                .filter(index -> !message.getField(index).hasOneofIndex())
                .toArray();
        if (candidates.length > 0 && chance.nextInt(10) == 0) {
            mutate(message, candidates[chance.nextInt(candidates.length)]);
        }
    }

    private void mutate(DescriptorProto.Builder message, int index) {
        var field = message.getFieldBuilder(index);
        done.add("%s.%s".formatted(message.getName(), field.getName()));
        switch (chance.nextInt(5)) {
            case 0 -> message.removeField(index);
            case 1 -> field.setName(field.getName() + "_of_old").clearJsonName();
            case 2 -> field.setNumber(500_000_000 + index);
            case 3 -> retype(field);
            default ->
                field.setLabel(field.getLabel() == Label.LABEL_REPEATED ? Label.LABEL_OPTIONAL : Label.LABEL_REPEATED)
                        .setOptions(FieldOptions.getDefaultInstance())
                        .clearDefaultValue();
        }
    }

    private static void retype(FieldDescriptorProto.Builder field) {
        field.setType(field.getType() == Type.TYPE_STRING ? Type.TYPE_DOUBLE : Type.TYPE_STRING)
                .clearTypeName()
                .clearDefaultValue()
                .setOptions(FieldOptions.getDefaultInstance());
    }
}
