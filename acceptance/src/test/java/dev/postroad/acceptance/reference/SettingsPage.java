package dev.postroad.acceptance.reference;

import dev.postroad.acceptance.Checkout;
import dev.postroad.client.security.Security;
import dev.postroad.client.security.SecurityVariable;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference of settings, from the record that declares them and the comments beside it. */
final class SettingsPage {
    private static final String DECLARATION = "client/src/main/java/dev/postroad/client/settings/BusSettings.java";
    private static final String PROTOC = "compiler/src/main/java/dev/postroad/compiler/proto/Protoc.java";

    private final String source;

    private SettingsPage(String source) {
        this.source = source;
    }

    static String text() throws IOException {
        return """
                # Settings

                This page is generated from the code.

                ## Of the client

                `Bus.connect(service)` takes these from the environment; `Bus.connect(BusSettings)` takes them from the program.

                | setting | default | meaning |
                |---|---|---|
                %s
                | variable | meaning |
                |---|---|
                %s
                Everything else follows from the contract, or is the same for all services.

                ## Of the program

                | variable | meaning |
                |---|---|
                | `JAVA_HOME` | The JDK that the launcher `postroad` uses, 17 or newer; the one of the `PATH` if it is unset. |
                | `POSTROAD_JAVA_OPTIONS` | Further options for the JVM of the program, separated by blanks, such as `-Xmx1g` for 1 GB of memory; it has 512 MB otherwise. |
                | `%s` | %s |
                """.formatted(
                        new SettingsPage(Checkout.read(DECLARATION)).settings(),
                        new SettingsPage(Checkout.read(DECLARATION)).variables(),
                        Protoc.VARIABLE,
                        new SettingsPage(Checkout.read(PROTOC)).comment("VARIABLE"));
    }

    private String settings() {
        var defaults = BusSettings.of("service", Map.of());
        return Stream.of(BusSettings.class.getRecordComponents())
                .map(setting -> "| `%s` | %s | %s |\n"
                        .formatted(setting.getName(), defaultOf(setting, defaults), parameter(setting.getName())))
                .collect(Collectors.joining());
    }

    private static String defaultOf(RecordComponent setting, BusSettings defaults) {
        if (setting.getName().equals("service")) {
            return "none";
        }
        try {
            var value = setting.getAccessor().invoke(defaults);
            return value instanceof Duration duration
                    ? duration.toSeconds() + " s"
                    : value.equals(Security.none()) ? "none" : "`" + value + "`";
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private String variables() {
        var own = "| `%s` | %s |\n| `%s` | %s |\n"
                .formatted(
                        BusSettings.BOOTSTRAP_VARIABLE,
                        comment("BOOTSTRAP_VARIABLE"),
                        BusSettings.REPORT_EVERY_VARIABLE,
                        comment("REPORT_EVERY_VARIABLE"));
        return Stream.of(SecurityVariable.values())
                .map(variable -> "| `%s` | %s |\n".formatted(variable.variable(), variable.meaning()))
                .collect(Collectors.joining("", own, ""));
    }

    /** The sentence after {@code @param}. */
    private String parameter(String name) {
        return found("@param " + name + " ((?:.|\\n)*?)(?=\\n \\* @param|\\n \\*/)");
    }

    /** The comment before a constant. */
    private String comment(String constant) {
        return found("/\\*\\* ([^*]*) \\*/\\s+public static final String " + constant + " ");
    }

    private String found(String pattern) {
        var matcher = Pattern.compile(pattern).matcher(source);
        if (!matcher.find()) {
            throw new IllegalStateException("no match for " + pattern);
        }
        var sentence = matcher.group(1)
                .replaceAll("\\n \\*\\s+", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .strip();
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
