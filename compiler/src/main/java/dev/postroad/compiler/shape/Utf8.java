package dev.postroad.compiler.shape;

import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FeatureSet.Utf8Validation;
import com.google.protobuf.Descriptors.FieldDescriptor;

/** Whether a text is checked for UTF-8. */
final class Utf8 {
    private Utf8() {}

    /** What a contract says of a text. Of those in maps protobuf-java does not ask: it checks all of them. */
    static boolean isChecked(FieldDescriptor text) {
        return text.getContainingType().getOptions().getMapEntry() ? isCheckedInMap(text) : text.needsUtf8Check();
    }

    // protoc gives the features of a map to its keys and values. Descriptors keep them only in their first form.
    private static boolean isCheckedInMap(FieldDescriptor text) {
        var file = text.getFile().toProto();
        return says(
                text.toProto().getOptions().getFeatures(),
                says(
                        file.getOptions().getFeatures(),
                        !file.getSyntax().isEmpty() && !file.getSyntax().equals("proto2")));
    }

    private static boolean says(FeatureSet features, boolean otherwise) {
        return features.hasUtf8Validation() ? features.getUtf8Validation() == Utf8Validation.VERIFY : otherwise;
    }
}
