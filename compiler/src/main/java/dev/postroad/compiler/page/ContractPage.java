package dev.postroad.compiler.page;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.bus.ContractSource;
import dev.postroad.compiler.example.ExampleJson;
import dev.postroad.compiler.example.ExampleMessages;
import dev.postroad.compiler.proto.Extensions;
import dev.postroad.contract.topic.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page of one contract. */
record ContractPage(BusRepository bus, ContractSource source, Extensions extensions, Comments comments) {
    private static final String FIELDS = "Fields";
    private static final String TYPES = "Types";
    private static final String RULES = "Rules of the whole message";
    private static final String EXAMPLE = "Example";
    private static final String COMMAND_LINE = "On the command line";

    static String file(Contract contract) {
        return contract.topic() + ".md";
    }

    Page page() {
        var contract = source.contract();
        var facts = new TopicFacts(bus, contract);
        var example = ExampleMessages.thatStay()
                .of(contract.message(), ExampleMessages.USUAL)
                .flatMap(ExampleJson::of);
        var lines = new ArrayList<String>();
        lines.addAll(List.of(Page.MARKER, "", "# " + contract.topic(), ""));
        if (!contract.description().isEmpty()) {
            lines.addAll(List.of(Markdown.paragraphs(contract.description()), ""));
        }
        lines.addAll(facts.table());
        lines.add("");
        lines.addAll(facts.users());
        lines.addAll(List.of(
                "", "Written in %s.".formatted(Markdown.code(source.place().file()))));
        lines.addAll(types(contract));
        lines.addAll(example(example));
        lines.addAll(commands(contract));
        lines.addAll(List.of("", "[All contracts of %s](%s)".formatted(Markdown.text(bus.name()), Page.INDEX), ""));
        return new Page(
                file(contract),
                Optional.of(contract.topic().toString()),
                example.isPresent(),
                String.join("\n", lines));
    }

    private List<String> types(Contract contract) {
        var message = contract.message();
        var types = new Types(
                message, extensions, List.of(contract.topic().toString(), FIELDS, TYPES, RULES, EXAMPLE, COMMAND_LINE));
        var tables = new TypeTables(types, comments);
        var lines = new ArrayList<>(List.of("", "## " + FIELDS, ""));
        lines.addAll(tables.fields(message));
        var rules = tables.rules(message);
        if (!rules.isEmpty()) {
            lines.addAll(List.of("", "## " + RULES, ""));
            lines.addAll(rules);
        }
        if (!types.all().isEmpty()) {
            lines.addAll(List.of("", "## " + TYPES));
            types.all().forEach(type -> lines.addAll(tables.section(type)));
        }
        return lines;
    }

    private static List<String> example(Optional<String> example) {
        var lines = new ArrayList<>(List.of("", "## " + EXAMPLE, ""));
        if (example.isEmpty()) {
            lines.add("No message was found that keeps all rules and stays valid, so none is shown.");
            return lines;
        }
        lines.addAll(List.of("An invented message that keeps all rules:", ""));
        lines.addAll(Markdown.block("json", example.get()));
        return lines;
    }

    private static List<String> commands(Contract contract) {
        var lines = new ArrayList<>(List.of(
                "",
                "## " + COMMAND_LINE,
                "",
                "`publish` reads one message from each line; `tail` shows the newest.",
                ""));
        lines.addAll(Markdown.block(
                "sh", "postroad publish %1$s < messages.ndjson\npostroad tail %1$s".formatted(contract.topic())));
        return lines;
    }
}
