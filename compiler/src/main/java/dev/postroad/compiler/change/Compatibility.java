package dev.postroad.compiler.change;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.postroad.compiler.baseline.PriorContracts;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.finding.Breakage;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.proto.Extensions;
import dev.postroad.compiler.shape.BothExtensions;
import dev.postroad.compiler.shape.Change;
import dev.postroad.compiler.shape.TypeNames;
import dev.postroad.compiler.shape.TypePair;
import dev.postroad.contract.language.TopicOptions.Lifecycle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Compares the contracts of a repository with those of a baseline. */
public final class Compatibility {
    private final PriorContracts base;
    private final BusRepository repository;
    private final TypeNames names;
    private final BothExtensions extensions;
    private final Places places;
    private final Users users;
    private final List<Finding> findings = new ArrayList<>();

    private Compatibility(PriorContracts base, BusRepository repository) {
        this.base = base;
        this.repository = repository;
        this.names = new TypeNames(descriptors(base.files()), descriptors(repository.files()));
        this.extensions = new BothExtensions(
                new Extensions(descriptors(base.files())), new Extensions(descriptors(repository.files())));
        this.places = new Places(base.files(), repository.files());
        this.users = new Users(repository.services());
    }

    /** Every change that breaks somebody, sorted by file and line; none if the repository does not compile. */
    public static List<Finding> check(PriorContracts base, BusRepository repository) {
        return repository.isCompiled() ? new Compatibility(base, repository).check() : List.of();
    }

    private List<Finding> check() {
        var after = repository.files().stream()
                .flatMap(file -> file.descriptor().getMessageTypes().stream())
                .toList();
        var matches = ContractPair.of(base.messages(), after);
        var reached = new ReachedTypes(names, extensions, new SameFiles(extensions));
        for (var pair : matches.pairs()) {
            findings.addAll(new TopicComparison(pair, places, users).findings());
            reached.reach(
                    new TypePair(pair.before(), pair.after()), pair.newTopic().getName());
        }
        matches.deleted().forEach(this::deleted);
        var renames = new Renames();
        reached.topics().forEach((pair, topics) -> {
            pair.changes(names, extensions).forEach(change -> add(change, topics));
            renames.add(pair, topics);
        });
        renames.forEach(this::add);
        return findings.stream().sorted().toList();
    }

    private void deleted(Descriptor message) {
        var topic = ContractPair.topic(message);
        var users = this.users.touched(Set.of(topic.getName()), List.of());
        if (topic.getLifecycle() == Lifecycle.RETIRING && users.isEmpty()) {
            return;
        }
        findings.add(TopicChangeRules.DELETED
                .at(
                        Place.of(places.of(message).file()),
                        topic.getName(),
                        "the contract of %s (%s, was %s) is gone"
                                .formatted(topic.getName(), message.getFullName(), places.of(message)),
                        "restore it; set lifecycle: RETIRING, and delete it when no service declares it any more")
                .about(topic.getName())
                .breaking(List.of(
                        Breakage.STORED_MESSAGES, Breakage.OLD_PRODUCERS, Breakage.OLD_CONSUMERS, Breakage.SOURCE_CODE))
                .touching(users));
    }

    private void add(Change change, SortedSet<String> topics) {
        var place = places.of(change.at());
        var others = topics.stream().skip(1).collect(Collectors.joining(", "));
        findings.add(change.rule()
                .at(
                        place,
                        change.subject(),
                        change.message()
                                + formerPlace(change, place)
                                + (others.isEmpty() ? "" : "; it is also part of " + others),
                        change.fix())
                .about(topics.first())
                .breaking(change.breaks())
                .touching(users.touched(topics, change.breaks())));
    }

    /** Where an element stood that is gone, or has another name: there is nothing to find it by in the new files. */
    private String formerPlace(Change change, Place now) {
        return change.was()
                .filter(was -> !was.getFullName().equals(change.at().getFullName()))
                .map(places::of)
                .filter(former -> !former.equals(now) && !former.equals(Place.of(now.file())))
                .map(former -> " (was %s)".formatted(former))
                .orElse("");
    }

    private static List<FileDescriptor> descriptors(Collection<SourceFile> files) {
        return files.stream().map(SourceFile::descriptor).toList();
    }
}
