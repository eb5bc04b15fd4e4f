package dev.postroad.bench.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A contract with its file.
 *
 * @param event what happened, in words, such as {@code order placed}
 * @param states the values of its status, without the unspecified one
 * @param reserved numbers and names that fields once had, as the language lists them
 */
record SyntheticContract(
        String domain,
        String event,
        String owner,
        int rate,
        List<SyntheticField> fields,
        List<String> states,
        List<String> reserved) {
    SyntheticContract {
        fields = List.copyOf(fields);
        states = List.copyOf(states);
        reserved = List.copyOf(reserved);
    }

    SyntheticContract with(List<SyntheticField> others) {
        return new SyntheticContract(domain, event, owner, rate, others, states, reserved);
    }

    SyntheticContract withState(String state) {
        var more = new ArrayList<>(states);
        more.add(state);
        return new SyntheticContract(domain, event, owner, rate, fields, more, reserved);
    }

    SyntheticContract without(SyntheticField field) {
        var left = new ArrayList<>(fields);
        left.remove(field);
        var gone = new ArrayList<>(reserved);
        gone.add(String.valueOf(field.number()));
        gone.add("\"" + field.name() + "\"");
        return new SyntheticContract(domain, event, owner, rate, left, states, gone);
    }

    String topic() {
        return "%s.%s.v1".formatted(domain, event.replace(' ', '-'));
    }

    String file() {
        return "%s/%s.proto".formatted(domain, event.replace(' ', '_'));
    }

    private String message() {
        return List.of(event.split(" ")).stream()
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** The shared types' files and the standard ones. */
    List<String> imports() {
        var files = fields.stream()
                .map(SyntheticField::importedFile)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        files.add("buf/validate/validate.proto");
        files.add("postroad/contract.proto");
        return List.copyOf(files);
    }

    String source() {
        var source = new StringBuilder("syntax = \"proto3\";\n\npackage %s.v1;\n\n".formatted(domain));
        imports().forEach(file -> source.append("import \"%s\";\n".formatted(file)));
        source.append("\noption java_multiple_files = true;\noption java_package = \"com.example.%s.v1\";\n\n"
                .formatted(domain));
        source.append("// Said once for each %s.\nmessage %s {\n".formatted(event, message()));
        source.append("""
                  option (postroad.topic) = {
                    name: "%s"
                    owner: "%s"
                    key: "%s"
                    retention: "7d"
                    expected_rate: %d
                  };
                """.formatted(topic(), owner, fields.get(0).name(), rate));
        reserved(source);
        fields.forEach(field -> source.append('\n').append(field.source()));
        return source.append(Nested.of(fields, states)).append("}\n").toString();
    }

    private void reserved(StringBuilder source) {
        for (var quoted : List.of(false, true)) {
            var listed = reserved.stream()
                    .filter(entry -> entry.startsWith("\"") == quoted)
                    .collect(Collectors.joining(", "));
            if (!listed.isEmpty()) {
                source.append("\n  reserved %s;\n".formatted(listed));
            }
        }
    }
}
