package dev.postroad.client.settings;

import dev.postroad.client.security.SecurityVariable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** What a service says in its environment and in a file; the environment goes before the file. */
final class SettingsSource {
    private final Map<String, String> environment;
    private final Map<String, String> file;
    private final String fileName;

    private SettingsSource(Map<String, String> environment, Map<String, String> file, String fileName) {
        this.environment = environment;
        this.file = file;
        this.fileName = fileName;
    }

    /**
     * Reads the file, if the environment names one.
     *
     * @throws IllegalArgumentException if it cannot be read, or holds a setting that there is not
     */
    static SettingsSource of(Map<String, String> environment) {
        var named = environment.get(BusSettings.FILE_VARIABLE);
        if (named == null) {
            return new SettingsSource(environment, Map.of(), "");
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(named))) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s '%s' cannot be read: %s".formatted(BusSettings.FILE_VARIABLE, named, e), e);
        }
        Map<String, String> all = new HashMap<>();
        for (var name : properties.stringPropertyNames()) {
            requireKnown(name, named);
            all.put(name, properties.getProperty(name).strip());
        }
        return new SettingsSource(environment, all, named);
    }

    private static void requireKnown(String name, String file) {
        var isKnown = name.startsWith(KafkaOverrides.PREFIX)
                || Setting.ALL.stream().anyMatch(setting -> setting.name().equals(name));
        if (!isKnown) {
            var known = Setting.ALL.stream().map(Setting::name).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "%s: there is no setting '%s'; there are %s, and kafka.*".formatted(file, name, known));
        }
    }

    /** What a setting says, where that stands, and the text. */
    record Said(String where, String text) {}

    Said find(Setting setting) {
        var variable = environment.get(setting.variable());
        if (variable != null) {
            return new Said(setting.variable(), variable);
        }
        return Optional.ofNullable(file.get(setting.name()))
                .map(text -> new Said(fileName + ": " + setting.name(), text))
                .orElseGet(() -> new Said(setting.variable(), setting.standard()));
    }

    /** What is said about TLS and SASL, by the names of its variables. */
    Map<String, String> security() {
        var said = new HashMap<String, String>();
        for (var security : SecurityVariable.values()) {
            Optional.ofNullable(environment.get(security.variable()))
                    .or(() -> Optional.ofNullable(file.get(security.setting())))
                    .ifPresent(text -> said.put(security.variable(), text));
        }
        return said;
    }

    KafkaOverrides overrides() {
        var all = new HashMap<String, String>();
        file.forEach((name, text) -> {
            if (name.startsWith(KafkaOverrides.PREFIX)) {
                all.put(name.substring(KafkaOverrides.PREFIX.length()), text);
            }
        });
        environment.forEach((name, text) -> {
            if (name.startsWith(KafkaOverrides.VARIABLE_PREFIX)) {
                var property = name.substring(KafkaOverrides.VARIABLE_PREFIX.length());
                all.put(property.toLowerCase(Locale.ROOT).replace('_', '.'), text);
            }
        });
        return new KafkaOverrides(all);
    }
}
