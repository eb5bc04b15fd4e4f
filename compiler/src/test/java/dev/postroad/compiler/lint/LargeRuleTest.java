package dev.postroad.compiler.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules whose size or depth would exhaust a reader that has no limits. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LargeRuleTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> refused() {
        return Stream.of(
                rule("a large expression", cel("this == 'abc' || ".repeat(8_000) + "true"), "size exceeds limit"),
                rule("a large text", cel("this != '" + "x".repeat(100_000) + "'"), "size exceeds limit"),
                rule("deep brackets", cel("(".repeat(500) + "true" + ")".repeat(500)), "recursion limit"),
                rule("deep negations", cel("!(".repeat(500) + "true" + ")".repeat(500)), "recursion limit"),
                rule("a deep choice", cel("true ? true : (".repeat(500) + "true" + ")".repeat(500)), "recursion limit"),
                rule("a long sum", cel("this" + " + this".repeat(3_000) + " != ''"), "recursion limit"),
                rule("deep groups", pattern("(".repeat(5_000) + "a" + ")".repeat(5_000)), "nested more than 200"),
                rule("repetitions", pattern("(((a{1,100}){1,100}){1,100}){1,100}"), "repetitions"));
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                rule("many states", pattern("^[ab]*a[ab]{200}$"), ""),
                rule("backtracking", pattern("(a+)+$"), ""),
                rule("groups", pattern("(".repeat(150) + "a" + ")".repeat(150)), ""),
                rule("nested loops", cel("[1, 2].all(a, ".repeat(12) + "true" + ")".repeat(12)), ""));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefused(String rule, String reason) throws IOException {
        var findings = lint(rule);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).place()).hasToString("contracts/orders/order.proto:7");
        assertThat(findings.get(0).message()).containsIgnoringCase(reason).hasSizeLessThan(2_100);
    }

    @ParameterizedTest
    @MethodSource("taken")
    void isTaken(String rule, String reason) throws IOException {
        var findings = lint(rule);

        assertThat(findings).extracting(Finding::message).isEmpty();
    }

    private List<Finding> lint(String rule) throws IOException {
        var file = folder.resolve("orders/order.proto");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                syntax = "proto3";
                package orders.v1;
                import "buf/validate/validate.proto";
                // An order.
                message Order {
                  // The order's number.
                  string order_id = 1 [(buf.validate.field).%s];
                }
                """.formatted(rule));
        return Lint.check(Protoc.installed().compile(folder, "contracts/").files())
                .findings();
    }

    private static Arguments rule(String name, String text, String reason) {
        return Arguments.argumentSet(name, text, reason);
    }

    private static String cel(String expression) {
        return "cel = { id: \"large\" message: \"it is large\" expression: \"%s\" }".formatted(expression);
    }

    private static String pattern(String pattern) {
        return "string.pattern = \"%s\"".formatted(pattern);
    }
}
