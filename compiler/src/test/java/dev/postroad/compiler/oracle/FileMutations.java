package dev.postroad.compiler.oracle;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FileOptions.OptimizeMode;
import java.util.List;
import java.util.Random;

/** Files: names, packages, editions, and options for generators. */
final class FileMutations {
    static final List<Mutation> ALL = List.of(
            new Mutation("rename the contract's package", FileMutations::renamePackage),
            new Mutation("rename the shared package", FileMutations::renameSharedPackage),
            new Mutation("move the contract's file", FileMutations::move),
            new Mutation("move the shared file", FileMutations::moveShared),
            new Mutation("write it in edition 2023", FileMutations::toEdition),
            new Mutation("give Java another package", FileMutations::javaPackage),
            new Mutation("give Go another package", FileMutations::goPackage),
            new Mutation("generate for size", FileMutations::optimize));

    private FileMutations() {}

    private static boolean renamePackage(Schema schema, Random random) {
        var old = schema.contract().getPackage();
        schema.contract().setPackage(schema.name() + ".moved.v1");
        schema.rename(old, schema.contract().getPackage());
        return true;
    }

    private static boolean renameSharedPackage(Schema schema, Random random) {
        var old = schema.shared().getPackage();
        schema.shared().setPackage(schema.name() + ".common.v1");
        schema.rename(old, schema.shared().getPackage());
        return true;
    }

    private static boolean move(Schema schema, Random random) {
        schema.contract().setName(schema.name() + "/moved/order.proto");
        return true;
    }

    private static boolean moveShared(Schema schema, Random random) {
        var fresh = schema.name() + "/types/shared.proto";
        schema.shared().setName(fresh);
        schema.contract().setDependency(1, fresh);
        return true;
    }

    private static boolean toEdition(Schema schema, Random random) {
        if (schema.isEdition()) {
            return false;
        }
        for (var file : schema.files()) {
            file.setSyntax("editions");
        }
        for (var field : schema.fields()) {
            field.clearProto3Optional().getOptionsBuilder().clearPacked();
            // Of required fields Buf knows only those that are so by their label.
            if (field.getLabel() == Label.LABEL_REQUIRED) {
                field.setLabel(Label.LABEL_OPTIONAL);
            }
        }
        return true;
    }

    private static boolean javaPackage(Schema schema, Random random) {
        schema.contract().getOptionsBuilder().setJavaPackage("com.example.other");
        return true;
    }

    private static boolean goPackage(Schema schema, Random random) {
        schema.contract().getOptionsBuilder().setGoPackage("example.com/other");
        return true;
    }

    private static boolean optimize(Schema schema, Random random) {
        schema.contract().getOptionsBuilder().setOptimizeFor(OptimizeMode.CODE_SIZE);
        return true;
    }
}
