package dev.postroad.compiler.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.compiler.finding.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks {@code src/test/resources/change}; with {@code -Dpostroad.rewrite} it writes what is expected, to be read. */
class CompatibilityTest {
    private static final Pattern RULE = Pattern.compile("(?m)^- rule: (.*)$");

    @TempDir
    private Path work;

    static List<Arguments> cases() throws IOException {
        return ChangeCase.all().stream()
                .<Arguments>map(example -> Arguments.argumentSet(example.name(), example))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void finds(ChangeCase example) throws IOException {
        var found = ChangeCase.yaml(example.check(work));

        if (System.getProperty("postroad.rewrite") != null) {
            Files.writeString(example.expected(), found);
        }
        assertThat(found).isEqualTo(Files.readString(example.expected()));
    }

    @Test
    void hasACaseForEachRule() throws IOException {
        var triggered = new TreeSet<String>();
        for (var example : ChangeCase.all()) {
            RULE.matcher(Files.readString(example.expected())).results().forEach(rule -> triggered.add(rule.group(1)));
        }

        assertThat(triggered).containsAll(ChangeRules.ALL.stream().map(Rule::id).toList());
    }

    @Test
    void findsNothingInSoundChanges() throws IOException {
        var sound = ChangeCase.all().stream()
                .filter(example -> example.name().startsWith("sound-"))
                .toList();

        var expected = new ArrayList<String>();
        for (var example : sound) {
            expected.add(Files.readString(example.expected()));
        }

        assertThat(expected).isNotEmpty().containsOnly("[]\n");
    }
}
