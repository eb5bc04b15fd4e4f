package dev.postroad.compiler.yaml;

import dev.postroad.compiler.file.TextFolder;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Place;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML mapping that reports what it does not understand. Not thread-safe; lives as long as a file is read. */
public final class YamlMap {
    private final String file;
    private final Place place;
    private final Map<String, Entry> entries;
    private final Set<String> asked = new TreeSet<>();
    private final Consumer<Finding> findings;

    private YamlMap(String file, Place place, Map<String, Entry> entries, Consumer<Finding> findings) {
        this.file = file;
        this.place = place;
        this.entries = entries;
        this.findings = findings;
    }

    private record Entry(Place place, Node value) {}

    /**
     * Reads a file whose top is a mapping. What cannot be read at all is a finding, and the mapping is empty.
     *
     * @param folder the repository; nothing outside of it is read
     * @param shown the file's name, relative to the repository
     */
    public static YamlMap read(Path folder, String shown, Consumer<Finding> findings) {
        var broken = new ArrayList<Finding>();
        var root = new TextFolder(folder, "", broken::add)
                .read(shown)
                .map(text -> compose(text, shown, broken::add))
                .orElse(null);
        broken.forEach(findings);
        if (root == null) {
            // What a file that cannot be read lacks is not worth saying.
            Consumer<Finding> listener = broken.isEmpty() ? findings : ignored -> {};
            return new YamlMap(shown, Place.of(shown), Map.of(), listener);
        }
        return of(root, shown, placeOf(root, shown), "the file", findings);
    }

    private static @Nullable Node compose(String text, String shown, Consumer<Finding> findings) {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var line = mark == null ? 0 : mark.getLine() + 1;
            findings.accept(YamlRules.SYNTAX.at(
                    new Place(shown, line), shown, "this is no YAML: " + e.getProblem(), "mend the syntax"));
        } catch (YAMLException e) {
            findings.accept(
                    YamlRules.SYNTAX.at(Place.of(shown), shown, "this is no YAML: " + e.getMessage(), "mend the file"));
        }
        return null;
    }

    private static YamlMap of(Node node, String file, Place place, String what, Consumer<Finding> findings) {
        var entries = new LinkedHashMap<String, Entry>();
        if (node instanceof MappingNode mapping) {
            for (var tuple : mapping.getValue()) {
                var at = placeOf(tuple.getKeyNode(), file);
                var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                if (entries.putIfAbsent(key, new Entry(at, tuple.getValueNode())) != null) {
                    findings.accept(
                            YamlRules.DUPLICATE_KEY.at(at, key, "'%s' is given twice".formatted(key), "keep one"));
                }
            }
        } else if (!isNull(node)) {
            findings.accept(
                    YamlRules.KIND.at(place, what, what + " must hold keys and values", "write 'key: value' lines"));
        }
        return new YamlMap(file, place, entries, findings);
    }

    /** Where the mapping begins. */
    public Place place() {
        return place;
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The scalar under a key. */
    public Optional<YamlText> text(String key) {
        return value(key).flatMap(entry -> scalar(entry.value(), key));
    }

    /** The scalar under a key that has to be there; its absence is a finding. */
    public Optional<YamlText> requiredText(String key) {
        var text = text(key).filter(found -> !found.value().isBlank());
        var isOfAnotherKind = value(key).filter(entry -> !(entry.value() instanceof ScalarNode));
        if (text.isEmpty() && isOfAnotherKind.isEmpty()) {
            findings.accept(YamlRules.KEY_MISSING.at(
                    place, key, "'%s' is missing".formatted(key), "add '%s: …'".formatted(key)));
        }
        return text;
    }

    /** The scalars of the list under a key; none if the key is absent. */
    public List<YamlText> texts(String key) {
        var texts = new ArrayList<YamlText>();
        for (var node : sequence(key)) {
            scalar(node, key).ifPresent(texts::add);
        }
        return List.copyOf(texts);
    }

    /** The mappings of the list under a key; none if the key is absent. */
    public List<YamlMap> maps(String key) {
        return sequence(key).stream()
                .map(node -> of(node, file, placeOf(node, file), "an entry of '" + key + "'", findings))
                .toList();
    }

    /**
     * The mappings of the list under a key, in which a text stands for a mapping that has nothing else; none if the key
     * is absent.
     *
     * @param inner the key of that text in its mapping
     */
    public List<YamlMap> maps(String key, String inner) {
        return sequence(key).stream()
                .map(node -> node instanceof ScalarNode && !isNull(node)
                        ? new YamlMap(
                                file,
                                placeOf(node, file),
                                Map.of(inner, new Entry(placeOf(node, file), node)),
                                findings)
                        : of(node, file, placeOf(node, file), "an entry of '" + key + "'", findings))
                .toList();
    }

    /** The mapping under a key; an empty one if the key is absent. */
    public YamlMap map(String key) {
        return value(key)
                .map(entry -> of(entry.value(), file, entry.place(), "'" + key + "'", findings))
                .orElseGet(() -> new YamlMap(file, place, Map.of(), findings));
    }

    /** Every key that is there, each taken as asked for. */
    public List<YamlText> keys() {
        asked.addAll(entries.keySet());
        return entries.entrySet().stream()
                .map(entry -> new YamlText(entry.getKey(), entry.getValue().place()))
                .toList();
    }

    /** Reports each key that nobody has asked for. To be called when all known keys have been read. */
    public void finish() {
        entries.forEach((key, entry) -> {
            if (!asked.contains(key)) {
                findings.accept(YamlRules.KEY_UNKNOWN.at(
                        entry.place(),
                        key,
                        "'%s' is not known here".formatted(key),
                        "known are: " + String.join(", ", asked)));
            }
        });
    }

    private Optional<Entry> value(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key)).filter(entry -> !isNull(entry.value()));
    }

    private List<Node> sequence(String key) {
        var entry = value(key);
        if (entry.isEmpty()) {
            return List.of();
        }
        if (entry.get().value() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        findings.accept(YamlRules.KIND.at(
                entry.get().place(), key, "'%s' must be a list".formatted(key), "write it as [a, b]"));
        return List.of();
    }

    private Optional<YamlText> scalar(Node node, String key) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(new YamlText(scalar.getValue(), placeOf(node, file)));
        }
        findings.accept(YamlRules.KIND.at(
                placeOf(node, file), key, "'%s' must be a text".formatted(key), "write it on one line"));
        return Optional.empty();
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static Place placeOf(Node node, String file) {
        return new Place(file, node.getStartMark().getLine() + 1);
    }
}
