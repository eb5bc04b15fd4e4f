package dev.postroad.bench.bus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A field as many contracts have it; a line of {@code fields.txt}. */
record FieldTemplate(String type, String name, String comment, String rule, String expression, boolean personal) {
    static final List<FieldTemplate> ALL = read();

    private static List<FieldTemplate> read() {
        var resource = Objects.requireNonNull(FieldTemplate.class.getResourceAsStream("fields.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(FieldTemplate::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("fields.txt cannot be read", e);
        }
    }

    private static FieldTemplate parse(String line) {
        var columns = (line + " ").split("\\s\\|(?=\\s)", -1);
        if (columns.length != 6) {
            throw new IllegalStateException("fields.txt: six columns are due in: " + line);
        }
        return new FieldTemplate(
                columns[0].strip(),
                columns[1].strip(),
                columns[2].strip(),
                columns[3].strip(),
                columns[4].strip(),
                columns[5].strip().equals("personal"));
    }

    /** The field under a number. */
    SyntheticField numbered(int number, boolean withRule, boolean withExpression) {
        return new SyntheticField(
                number, type, name, comment, withRule ? rule : "", withExpression ? expression : "", personal);
    }
}
