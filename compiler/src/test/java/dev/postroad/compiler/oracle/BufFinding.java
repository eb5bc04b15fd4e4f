package dev.postroad.compiler.oracle;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Buf says.
 *
 * @param rule the id of Buf's rule
 * @param schema the name of the schema that it is about
 * @param message the sentence
 */
record BufFinding(String rule, String schema, String message) {
    private static final Pattern SCHEMA = Pattern.compile("\\b(s\\d+)/");
    private static final Pattern TYPE = Pattern.compile("(?:[Mm]essage|[Ee]num) \"([\\w.]+)\"");
    private static final Pattern FORMER = Pattern.compile("(?:changed type|File package changed) from \"([\\w.]+)\"");
    private static final Pattern ONEOF = Pattern.compile("(?:present|from) oneof \"(\\w+)\"");
    private static final Pattern NUMBER = Pattern.compile("(?:[Ff]ield|value|Extension) \"(\\d+)\"");
    private static final Pattern EXTENSION = Pattern.compile("present extension \"(?:\\w+\\.)*(\\w+)\"");

    static BufFinding of(JsonObject json) {
        var message = json.get("message").getAsString();
        // A file that is gone is named by the sentence only.
        var path = json.has("path") ? json.get("path").getAsString() : message;
        var schema = SCHEMA.matcher(path);
        if (!schema.find()) {
            throw new IllegalStateException("buf says of no schema: " + json);
        }
        return new BufFinding(json.get("type").getAsString(), schema.group(1), message);
    }

    /** The message or enum that it is about, without its package and maybe without its outer messages. */
    Optional<String> type() {
        return first(TYPE);
    }

    /** The number of the field or of the enum's value that it is about. */
    Optional<Integer> number() {
        return first(NUMBER).map(Integer::valueOf);
    }

    /** The package that has given way to another. */
    Optional<String> packageName() {
        return type().isEmpty() ? former() : Optional.empty();
    }

    /** The name of the oneof that is gone, or that a field has left. */
    Optional<String> oneof() {
        return first(ONEOF);
    }

    /** The name of the extension that is gone, without its scope. */
    Optional<String> extension() {
        return first(EXTENSION);
    }

    /** The full name of the package, or of the field's type, that has given way to another. */
    Optional<String> former() {
        return first(FORMER);
    }

    private Optional<String> first(Pattern pattern) {
        return pattern.matcher(message).results().findFirst().map(match -> match.group(1));
    }
}
