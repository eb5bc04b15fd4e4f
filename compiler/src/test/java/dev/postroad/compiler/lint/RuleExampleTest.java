package dev.postroad.compiler.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.finding.Rule.Example;
import dev.postroad.compiler.proto.Compilation;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.compiler.remark.AllowanceRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule's example says what it promises: broken, it gets that rule and no other; kept, it gets none. */
class RuleExampleTest {
    private static final Pattern PATH = Pattern.compile("// contracts/(\\S+\\.proto)\n");

    private static final String HEAD = """
            syntax = "proto3";
            package orders.v1;
            import "buf/validate/validate.proto";
            import "google/protobuf/any.proto";
            import "google/protobuf/duration.proto";
            import "google/protobuf/timestamp.proto";
            import "postroad/contract.proto";
            """;

    private static final String MESSAGE = """
            // A customer has placed an order.
            message OrderPlaced {
              option (postroad.topic) = { name: "orders.order-placed.v1" owner: "checkout" key: "order_id" };
              // The order's number.
              string order_id = 1;
            %s
            }
            """;

    @TempDir
    private Path folder;

    static Stream<Arguments> rules() {
        return Stream.concat(LintRules.ALL.stream(), AllowanceRules.ALL.stream())
                .map(rule -> Arguments.argumentSet(rule.id(), rule));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isTrue(Rule rule) throws IOException {
        Example example = rule.example().orElseThrow();

        var broken = lint("broken", example.broken());
        var kept = lint("kept", example.kept());

        assertThat(broken.findings())
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.rule()).as(finding.toString()).isEqualTo(rule));
        assertThat(kept.findings()).isEmpty();
    }

    private LintReport lint(String name, String text) throws IOException {
        var files = files(text);
        for (var file : files.entrySet()) {
            var path = folder.resolve(name).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, whole(file.getValue()));
        }
        Compilation compilation = Protoc.installed().compile(folder.resolve(name), "contracts/");
        assertThat(compilation.files()).as(compilation.findings().toString()).hasSameSizeAs(files.keySet());
        return Lint.check(compilation.files());
    }

    /** The files of an example by their names; each but a single one begins with a line of its own. */
    private static Map<String, String> files(String text) {
        var files = new LinkedHashMap<String, String>();
        var path = PATH.matcher(text);
        var name = "orders/order_placed.proto";
        var begin = 0;
        while (path.find()) {
            if (path.start() > 0) {
                files.put(name, text.substring(begin, path.start()));
            }
            name = path.group(1);
            begin = path.end();
        }
        files.put(name, text.substring(begin));
        return files;
    }

    private static String whole(String text) {
        if (text.contains("syntax = ") || text.contains("edition = ")) {
            return text;
        }
        return HEAD + (text.contains("(postroad.topic)") ? text : MESSAGE.formatted(text));
    }
}
