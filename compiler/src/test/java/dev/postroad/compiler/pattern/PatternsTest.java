package dev.postroad.compiler.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.postroad.compiler.pattern.CompiledPattern.Compiled;
import dev.postroad.compiler.pattern.CompiledPattern.NotCompiled;
import dev.postroad.contract.check.Recognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class PatternsTest {
    private static final int PATTERNS = 160;
    private static final int TEXTS = 50;

    static Stream<Arguments> corners() throws IOException {
        Map<String, Map<String, List<String>>> corners =
                new Yaml().load(Files.readString(Path.of("src/test/resources/pattern/corners.yaml")));
        return corners.entrySet().stream()
                .filter(corner -> !corner.getValue().containsKey("refused"))
                .map(corner -> Arguments.argumentSet(
                        "/" + corner.getKey() + "/",
                        corner.getKey(),
                        corner.getValue().getOrDefault("matches", List.of()),
                        corner.getValue().getOrDefault("finds", List.of()),
                        corner.getValue().getOrDefault("misses", List.of())));
    }

    @ParameterizedTest
    @MethodSource("corners")
    void tellsWholeMatchesPartsAndMisses(
            String pattern, List<String> matches, List<String> finds, List<String> misses) {
        var library = Pattern.compile(pattern);

        var finding = recognizer(Patterns.finding(pattern));
        var matching = recognizer(Patterns.matching(pattern));

        for (var found : List.<Predicate<String>>of(
                finding::finds, text -> library.matcher(text).find())) {
            assertThat(matches).allMatch(found);
            assertThat(finds).allMatch(found);
            assertThat(misses).noneMatch(found);
        }
        for (var matched : List.<Predicate<String>>of(matching::finds, library::matches)) {
            assertThat(matches).allMatch(matched);
            assertThat(finds).noneMatch(matched);
            assertThat(misses).noneMatch(matched);
        }
    }

    static Stream<Arguments> refused() throws IOException {
        Map<String, Map<String, Object>> corners =
                new Yaml().load(Files.readString(Path.of("src/test/resources/pattern/corners.yaml")));
        return corners.entrySet().stream()
                .filter(corner -> corner.getValue().containsKey("refused"))
                .map(corner -> Arguments.argumentSet("/" + corner.getKey() + "/", corner.getKey()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatTheLibraryRefuses(String pattern) {
        assertThat(Patterns.finding(pattern)).isInstanceOf(NotCompiled.class);
        assertThat(Patterns.parse(pattern)).isEmpty();
        assertThat(Patterns.fault(pattern)).isPresent();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 16);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hasTheVerdictsOfTheLibrary(long seed) {
        compare(seed);
    }

    static LongStream manySeeds() {
        return LongStream.rangeClosed(1_001, 1_200);
    }

    @ParameterizedTest
    @MethodSource("manySeeds")
    @Tag("slow")
    void hasTheVerdictsOfTheLibraryForMorePatterns(long seed) {
        compare(seed);
    }

    private static void compare(long seed) {
        var random = new RandomPattern(new Random(seed));

        var compiled = IntStream.range(0, PATTERNS)
                .filter(number -> isCompared(random, "seed " + seed + ", pattern " + number))
                .count();

        assertThat(compiled).as("patterns of seed %d with automata", seed).isGreaterThan(PATTERNS * 3 / 5);
    }

    /** Whether the pattern has automata; if so, their verdicts are the library's. */
    private static boolean isCompared(RandomPattern random, String place) {
        var pattern = random.pattern();
        var finding = Patterns.finding(pattern);
        var matching = Patterns.matching(pattern);
        if (finding instanceof NotCompiled reason) {
            assertRefused(pattern, reason.reason(), place);
        }
        if (!(finding instanceof Compiled found) || !(matching instanceof Compiled matched)) {
            return false;
        }
        var library = Pattern.compile(pattern);
        for (var number = 0; number < TEXTS; number++) {
            var text = random.text();
            assertThat(found.recognizer().finds(text))
                    .as("%s: /%s/ is found in '%s'", place, pattern, text)
                    .isEqualTo(library.matcher(text).find());
            assertThat(matched.recognizer().finds(text))
                    .as("%s: /%s/ matches '%s'", place, pattern, text)
                    .isEqualTo(library.matches(text));
        }
        return true;
    }

    private static void assertRefused(String pattern, String reason, String place) {
        if (!reason.matches(".*(too many states|unpaired surrogate|does not come to an end).*")) {
            assertThat(isTaken(pattern))
                    .as("%s: the library takes /%s/, but %s", place, pattern, reason)
                    .isFalse();
        }
    }

    private static boolean isTaken(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a|b)*a(a|b){20}",
                "(?i)(?:\\p{L}|\\d)*x(?:\\pL|\\pN){300}",
                "((a{0,100}){0,100}){0,100}",
                "(((a{1000}){1000}){1000}){1000}",
                "(?:[a-f]{0,100}|[b-g]{0,100}|[c-h]{0,100}){0,10}$"
            })
    @Timeout(10)
    void endsWhereStatesExplode(String pattern) {
        assertThat(Patterns.matching(pattern)).isEqualTo(new NotCompiled("it takes too many states"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?i)\u1c80", "(?i)[\\x{1000}-\\x{2000}]", "(?i)(\u1c88)"})
    @Timeout(10)
    void doesNotAskTheLibraryWhereItWouldNotEnd(String pattern) {
        assertThat(Patterns.finding(pattern)).isInstanceOf(NotCompiled.class);
        assertThat(Patterns.fault(pattern))
                .hasValueSatisfying(fault -> assertThat(fault).contains("does not come to an end"));
    }

    @Test
    @Timeout(20)
    void mayAskTheLibraryToFoldAllElse() {
        var cased = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(point -> point < 0x1C80 || point > 0x1C88)
                .filter(point -> Character.toLowerCase(point) != Character.toUpperCase(point));

        assertThat(cased.mapToObj("(?i)[\\x{%x}]"::formatted)).allMatch(PatternsTest::isTaken);
    }

    @Test
    void saysWhatIsAskedForInVain() {
        assertThat(Patterns.finding("\\x{de00}a"))
                .isEqualTo(new NotCompiled("it asks for half a character, an unpaired surrogate"));
        assertThat(Patterns.fault("(((a{1000}){1000}){1000}){1000}"))
                .hasValue("its repetitions multiply to more than 1,000,000 parts");
        assertThat(Patterns.fault("a{1000}")).isEmpty();
    }

    private static Recognizer recognizer(CompiledPattern compiled) {
        assertThat(compiled).isInstanceOf(Compiled.class);
        return ((Compiled) compiled).recognizer();
    }
}
