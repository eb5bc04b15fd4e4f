package dev.postroad.compiler.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.proto.Protoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractPagesTest {
    /** Writes the kept page anew; review the difference. */
    private static final String REWRITE = "postroad.rewrite";

    private static final Path KEPT = Path.of("src/test/resources/page/github.check-run-changed.v1.md");

    @TempDir
    private Path root;

    @Test
    void writesThePageThatIsKept() throws IOException {
        var page = ContractPages.of(load(Path.of("../examples/github-bus"))).get(0);

        if (System.getProperty(REWRITE) != null) {
            Files.createDirectories(KEPT.getParent());
            Files.writeString(KEPT, page.text());
        }
        assertThat(page.text())
                .as("to write it anew, run this test with -D" + REWRITE)
                .isEqualTo(Files.readString(KEPT));
    }

    @Test
    void hasAnExampleForEachContractOfTheSampleBus() {
        var pages = ContractPages.of(load(Path.of("../examples/github-bus")));

        assertThat(pages).hasSize(11);
        assertThat(pages).filteredOn(page -> page.topic().isPresent()).allMatch(Page::hasExample);
    }

    @Test
    void showsEachTypeOnceAndKeepsTablesWhole() throws IOException {
        var page = page("""
                // A tree | of <nodes>.
                //
                // # No heading
                message Tree {
                  option (postroad.topic) = { name: "a.tree.v1" owner: "t" stage: OBSERVED lifecycle: DEPRECATED };
                  option (buf.validate.message).oneof = { fields: ["x", "y"] required: true };
                  // First
                  // line | `a|b`
                  Node left = 1;
                  Node right = 2 [deprecated = true];
                  oneof body { option (buf.validate.oneof).required = true; string text = 3; Fields raw = 4; }
                  map<string, Node> named = 5;
                  string x = 6 [(postroad.personal_data) = true];
                  string y = 7;
                  message Node { Tree tree = 1; repeated Node nodes = 2; }
                  message Fields {}
                }
                """);

        assertThat(page.text())
                .containsOnlyOnce("### Tree.Node\n")
                .contains("A tree \\| of &lt;nodes&gt;.\n\n\\# No heading\n")
                .contains(
                        "| `left` | 1 | [Tree.Node](#treenode) | optional | First line \\| <code>a&#124;b</code> |  |")
                .contains("| `right` | 2 | [Tree.Node](#treenode) | optional, **deprecated** |")
                .contains("| `raw` | 4 | [Tree.Fields](#treefields) | one of `body` |")
                .contains("map of string to [Tree.Node](#treenode)")
                .contains("| `tree` | 1 | [Tree](#fields) | optional |")
                .contains("- one of `body` at most: `text`, `raw`; one of them must be set\n")
                .contains("- exactly one is set of `x`, `y`\n")
                .contains("| **personal data** |")
                .contains("OBSERVED: violations are counted", "**DEPRECATED**: still served");
        assertThat(page.text().lines().filter(line -> line.startsWith("| `")))
                .allSatisfy(line -> assertThat(line).endsWith(" |"));
    }

    @Test
    void showsTheGroupsThatSubscribe() throws IOException {
        Files.createDirectory(root.resolve("services"));
        Files.writeString(root.resolve("services/billing.yaml"), """
                name: billing
                team: t
                subscribes:
                  - { topic: a.placed.v1, subscription: audit }
                  - a.placed.v1
                """);

        var page = page("""
                message Placed {
                  option (postroad.topic) = { name: "a.placed.v1" owner: "t" };
                  string id = 1 [(buf.validate.field).string.min_len = 1];
                }
                """);

        assertThat(page.text())
                .contains("| publish | none |", "| subscribe | `billing` (team t), `billing.audit` (team t) |");
    }

    @Test
    void saysPlainlyThatThereIsNoExample() throws IOException {
        var page = page("""
                message Never {
                  option (postroad.topic) = { name: "a.never.v1" owner: "t" };
                  string text = 1 [(buf.validate.field).string = { min_len: 2 max_len: 1 }];
                }
                """);

        assertThat(page.hasExample()).isFalse();
        assertThat(page.text()).contains("so none is shown.").doesNotContain("```json");
    }

    @Test
    void showsExtensionsWithTheirMessage() throws IOException {
        Files.createDirectory(root.resolve("contracts"));
        Files.writeString(root.resolve("contracts/extras.proto"), """
                // postroad:allow message-extension Others add to it.
                syntax = "proto2";
                package extras.v1;
                // A parcel.
                message Parcel {
                  // Its weight.
                  optional int32 weight = 1;
                  extensions 100 to 199;
                }
                extend Parcel {
                  // What is in it.
                  repeated Item items = 101;
                  // Whether it can break.
                  optional bool fragile = 100;
                }
                // A thing.
                message Item {
                  // Its name.
                  optional string label = 1;
                }
                """);

        var page = page("""
                import "extras.proto";
                message Sent {
                  option (postroad.topic) = { name: "a.sent.v1" owner: "t" };
                  extras.v1.Parcel parcel = 1 [(buf.validate.field).required = true];
                }
                """);

        assertThat(page.text()).contains("""
                        | `weight` | 1 | int32 | optional | Its weight. |  |
                        | `[extras.v1.fragile]` | 100 | bool | extension | Whether it can break. |  |
                        | `[extras.v1.items]` | 101 | [extras.v1.Item](#extrasv1item) | extension, repeated | What is in it. |  |
                        """).contains("### extras.v1.Item\n");
    }

    private Page page(String message) throws IOException {
        Files.writeString(root.resolve("postroad.yaml"), "name: b\n");
        Files.writeString(root.resolve("teams.yaml"), "teams: { t: { chat: '#t' } }\n");
        Files.createDirectories(root.resolve("contracts"));
        Files.writeString(root.resolve("contracts/a.proto"), """
                syntax = "proto3";
                package a.v1;
                import "buf/validate/validate.proto";
                import "postroad/contract.proto";
                """ + message);
        var bus = load(root);
        assertThat(bus.findings()).isEmpty();
        return ContractPages.of(bus).get(0);
    }

    private static BusRepository load(Path folder) {
        return BusRepository.load(folder, Protoc.installed());
    }
}
