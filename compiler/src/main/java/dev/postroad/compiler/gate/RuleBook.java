package dev.postroad.compiler.gate;

import dev.postroad.compiler.approval.ApprovalRules;
import dev.postroad.compiler.baseline.PriorRules;
import dev.postroad.compiler.bus.BusRules;
import dev.postroad.compiler.bus.TopicRules;
import dev.postroad.compiler.change.TopicChangeRules;
import dev.postroad.compiler.constraint.ConstraintRules;
import dev.postroad.compiler.file.FileRules;
import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.lint.LintRules;
import dev.postroad.compiler.proto.ProtoRules;
import dev.postroad.compiler.remark.AllowanceRules;
import dev.postroad.compiler.shape.ConstraintChangeRules;
import dev.postroad.compiler.shape.EnumChangeRules;
import dev.postroad.compiler.shape.ShapeRules;
import dev.postroad.compiler.yaml.YamlRules;
import java.util.List;

/** Every rule that a check can report, by chapter. */
public final class RuleBook {
    private static final List<Chapter> CHAPTERS = List.of(
            new Chapter("Files", "What every file of a bus repository keeps.", FileRules.ALL),
            new Chapter("Declarations", "What every YAML file of a bus repository keeps.", YamlRules.ALL),
            new Chapter("Protobuf", "What protoc says of the contracts.", ProtoRules.ALL),
            new Chapter("Topics", "What the topic option of a message keeps.", TopicRules.ALL),
            new Chapter("The bus", "What teams, services and contracts keep together.", BusRules.ALL),
            new Chapter(
                    "Style of contracts",
                    "How contracts are written. A file may allow itself to break one of these rules, with a reason."
                            + " Examples that show no file stand in contracts/orders/order_placed.proto of package"
                            + " orders.v1; examples that show no topic stand in its message.",
                    LintRules.STYLE),
            new Chapter(
                    "Constraints",
                    "What protovalidate's rules in contracts keep. They can be allowed like those of style.",
                    ConstraintRules.ALL),
            new Chapter("Allowances", "What the comment that allows something keeps.", AllowanceRules.ALL),
            new Chapter(
                    "The baseline", "What is to hold of the contracts that `check --against` names.", PriorRules.ALL),
            new Chapter(
                    "Approvals",
                    "What the entries of `breaking-approvals.yaml` keep. Whether one approves something is asked by"
                            + " `check --against` only.",
                    ApprovalRules.ALL),
            new Chapter(
                    "Changed topics",
                    "What a change of a contract keeps of its topic. These rules, and all that follow, are applied by"
                            + " `check --against`; a finding of them can be approved.",
                    TopicChangeRules.ALL),
            new Chapter(
                    "Changed messages", "What a change keeps of the messages that a topic reaches.", ShapeRules.ALL),
            new Chapter("Changed enums", "What a change keeps of the enums that a topic reaches.", EnumChangeRules.ALL),
            new Chapter("Changed constraints", "What a change keeps of what is valid.", ConstraintChangeRules.ALL));

    private RuleBook() {}

    /**
     * Rules that belong together.
     *
     * @param title as a page is headed
     * @param about what the rules are about, a sentence or more
     */
    public record Chapter(String title, String about, List<Rule> rules) {
        public Chapter {
            rules = List.copyOf(rules);
        }
    }

    /** The chapters, in the order of a check. */
    public static List<Chapter> chapters() {
        return CHAPTERS;
    }
}
