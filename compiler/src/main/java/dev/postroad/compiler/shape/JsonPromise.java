package dev.postroad.compiler.shape;

import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FeatureSet.JsonFormat;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.finding.Breakage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a type's JSON is promised, as {@code features.json_format} says, or proto2 by not promising it. */
final class JsonPromise {
    private JsonPromise() {}

    static void changes(GenericDescriptor before, GenericDescriptor after, List<Change> changes) {
        if (isGiven(before) && !isGiven(after)) {
            changes.add(Change.of(
                    ShapeRules.JSON_NOT_PROMISED,
                    before,
                    after,
                    "'%s' could be written as JSON without conflicts, and that is not promised any more"
                            .formatted(before.getName()),
                    "keep features.json_format = ALLOW",
                    Breakage.JSON_READERS));
        }
    }

    // Descriptors keep features only in the form that they were made from.
    private static boolean isGiven(GenericDescriptor type) {
        return type instanceof Descriptor message
                ? isGiven(message.toProto().getOptions().getFeatures(), message, message.getContainingType())
                : isGiven((EnumDescriptor) type);
    }

    private static boolean isGiven(EnumDescriptor type) {
        return isGiven(type.toProto().getOptions().getFeatures(), type, type.getContainingType());
    }

    /** What is not said holds as it does outside. */
    private static boolean isGiven(FeatureSet features, GenericDescriptor type, @Nullable Descriptor container) {
        if (features.hasJsonFormat()) {
            return features.getJsonFormat() == JsonFormat.ALLOW;
        }
        return container == null ? isGiven(type.getFile()) : isGiven(container);
    }

    private static boolean isGiven(FileDescriptor file) {
        var proto = file.toProto();
        var features = proto.getOptions().getFeatures();
        var isProto2 = proto.getSyntax().isEmpty() || proto.getSyntax().equals("proto2");
        return features.hasJsonFormat() ? features.getJsonFormat() == JsonFormat.ALLOW : !isProto2;
    }
}
