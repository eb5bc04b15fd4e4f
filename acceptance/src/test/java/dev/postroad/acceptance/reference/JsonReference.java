package dev.postroad.acceptance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.postroad.acceptance.Checkout;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What {@code docs/reference/json.md} says of one command's output.
 *
 * @param types by key; a key that ends in {@code .*} stands for whatever is below it
 */
public record JsonReference(Map<String, String> types) {
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (string|number|boolean|any)(\\??) \\| .*");

    /** The section of a command. */
    public static JsonReference of(String command) throws IOException {
        var types = new LinkedHashMap<String, String>();
        Checkout.read("docs/reference/json.md")
                .lines()
                .dropWhile(line -> !line.equals("## " + command))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .forEach(row -> types.put(row.group(1), row.group(2) + row.group(3)));
        return new JsonReference(types);
    }

    /** Fails if an output has a key that is not listed, or lacks one; or if a listed key is in none of them. */
    public void describes(String... outputs) {
        var seen = new TreeMap<String, String>();
        for (var output : outputs) {
            var found = new TreeMap<String, String>();
            collect("", JsonParser.parseString(output), found);
            found.forEach((key, type) -> seen.merge(key, type, (one, other) -> one.isEmpty() ? other : one));
            assertThat(required()).as("keys that every output has: %s", output).isSubsetOf(found.keySet());
        }

        assertThat(seen).containsOnlyKeys(types.keySet());
        seen.forEach((key, type) -> assertThat(types.get(key)).as(key).startsWith(type));
    }

    private static String type(JsonPrimitive value) {
        return value.isNumber() ? "number" : value.isBoolean() ? "boolean" : "string";
    }

    /** The keys outside of lists that are always there. */
    private Iterable<String> required() {
        return types.entrySet().stream()
                .filter(entry -> !entry.getValue().endsWith("?"))
                .map(Map.Entry::getKey)
                .filter(key -> !key.contains("[]"))
                .toList();
    }

    private void collect(String path, JsonElement element, Map<String, String> found) {
        if (types.containsKey(path + ".*")) {
            found.put(path + ".*", types.getOrDefault(path + ".*", ""));
        } else if (element instanceof JsonObject object) {
            object.entrySet()
                    .forEach(entry ->
                            collect((path.isEmpty() ? "" : path + ".") + entry.getKey(), entry.getValue(), found));
        } else if (element instanceof JsonArray array && array.isEmpty() && types.containsKey(path + "[]")) {
            // A list that may be empty in every output shows that it is there, and not of what.
            found.put(path + "[]", "");
        } else if (element instanceof JsonArray array) {
            array.forEach(item -> collect(path + "[]", item, found));
        } else {
            found.put(path, type(element.getAsJsonPrimitive()));
        }
    }
}
