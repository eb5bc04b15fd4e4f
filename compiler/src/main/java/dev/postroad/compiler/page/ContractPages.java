package dev.postroad.compiler.page;

import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.bus.ContractSource;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.proto.Extensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages of a bus. */
public final class ContractPages {
    private ContractPages() {}

    /**
     * A page for each contract, in the order of their topics, and the index at the end.
     *
     * @throws IllegalArgumentException if the repository has errors; its contracts may be incomplete then
     */
    public static List<Page> of(BusRepository bus) {
        if (bus.hasErrors()) {
            throw new IllegalArgumentException(bus.root() + " has errors; documents come from a repository without");
        }
        var comments = new Comments();
        var extensions =
                new Extensions(bus.files().stream().map(SourceFile::descriptor).toList());
        var pages = new ArrayList<Page>();
        bus.contracts().forEach(source -> pages.add(new ContractPage(bus, source, extensions, comments).page()));
        pages.add(index(bus));
        return List.copyOf(pages);
    }

    private static Page index(BusRepository bus) {
        var lines = new ArrayList<>(List.of(Page.MARKER, "", "# Contracts of " + Markdown.text(bus.name())));
        if (bus.contracts().isEmpty()) {
            lines.addAll(List.of("", "There are none."));
        }
        var domain = "";
        for (var source : bus.contracts()) {
            var topic = source.contract().topic();
            if (!topic.domain().equals(domain)) {
                domain = topic.domain();
                lines.addAll(List.of("", "## " + domain, "", Markdown.header("topic", "owner", "", "what it carries")));
            }
            lines.add(row(bus, source));
        }
        lines.add("");
        return new Page(Page.INDEX, Optional.empty(), false, String.join("\n", lines));
    }

    private static String row(BusRepository bus, ContractSource source) {
        var contract = source.contract();
        return Markdown.row(
                "[%s](%s)".formatted(contract.topic(), ContractPage.file(contract)),
                Markdown.text(contract.owner()),
                new TopicFacts(bus, contract).exceptions(),
                Markdown.line(firstSentence(contract.description())));
    }

    private static String firstSentence(String description) {
        return description.replaceAll("\\s+", " ").replaceFirst("^(.*?[.!?…])(?: (?=[\\p{Lu}\\p{N}`]).*)$", "$1");
    }
}
