package dev.postroad.acceptance.reference;

import dev.postroad.cli.PostroadCommand;
import dev.postroad.cli.output.Console;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The reference of commands, from picocli's declarations. */
final class CommandsPage {
    private static final String HEAD = """
            # Commands

            This page is generated from the code.

            `postroad COMMAND [OPTIONS]`. Results go to standard output, messages to standard error; progress is shown on a
            terminal only. What `--format json` prints is listed in [JSON output](json.md).

            | exit code | meaning |
            |---|---|
            | 0 | done |
            | 1 | findings, or failure |
            | 2 | the command line is wrong |
            | 3 | drift: the actual state differs from what was applied last (no command of this release ends with it) |
            """;

    private CommandsPage() {}

    static String text() {
        var console = new Console(
                new BufferedReader(Reader.nullReader()),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                Optional.empty());
        var top = PostroadCommand.commandLine(console).getCommandSpec();
        return Stream.concat(Stream.of(HEAD), sections(top)).collect(Collectors.joining("\n"));
    }

    /** Of a command, and of those below it. */
    private static Stream<String> sections(CommandSpec command) {
        return Stream.concat(
                Stream.of(section(command)),
                command.subcommands().values().stream().flatMap(below -> sections(below.getCommandSpec())));
    }

    private static String section(CommandSpec command) {
        var lines = new ArrayList<String>();
        lines.add("## " + command.qualifiedName());
        lines.add("");
        lines.add(sentence(command.usageMessage().description()));
        var arguments = Stream.concat(
                        command.positionalParameters().stream().map(CommandsPage::row),
                        command.options().stream().map(CommandsPage::row))
                .toList();
        if (!arguments.isEmpty()) {
            lines.addAll(List.of("", "| argument | meaning |", "|---|---|"));
            lines.addAll(arguments);
        }
        var footer = Stream.of(command.usageMessage().footer())
                .flatMap(line -> line.replace("%n", "\n").lines())
                .filter(line -> !line.isBlank())
                .toList();
        footer.forEach(line -> lines.addAll(List.of("", line)));
        return String.join("\n", lines) + "\n";
    }

    private static String row(PositionalParamSpec parameter) {
        return row("`" + parameter.paramLabel() + "`", parameter);
    }

    private static String row(OptionSpec option) {
        var takesValue = option.arity().max() > 0;
        var names = Stream.of(option.names())
                .map(name -> "`" + name + (takesValue ? " " + option.paramLabel() : "") + "`")
                .collect(Collectors.joining(", "));
        return row(names, option);
    }

    private static String row(String name, ArgSpec argument) {
        var required = argument.required() ? " Required." : "";
        return "| %s | %s%s |"
                .formatted(name, sentence(argument.description()), required)
                .replace("text|json", "text\\|json");
    }

    private static String sentence(String[] description) {
        return String.join(" ", description);
    }
}
