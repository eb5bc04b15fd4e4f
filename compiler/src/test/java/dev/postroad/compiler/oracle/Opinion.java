package dev.postroad.compiler.oracle;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.finding.Finding;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Postroad says of the two versions of one schema. */
final class Opinion {
    private final Types before;
    private final Types after;
    private final Set<String> reached;
    private final List<Finding> findings;

    Opinion(Types before, Types after, List<Finding> findings) {
        this.before = before;
        this.after = after;
        this.reached = before.reached(after);
        this.findings = List.copyOf(findings);
    }

    /** Whether something is about the topic. */
    boolean concerns(BufFinding finding) {
        var extension = finding.extension();
        if (extension.isPresent()) {
            return before.extension(extension.get())
                    .map(gone -> reached.contains(gone.getContainingType().getFullName()))
                    .orElse(false);
        }
        var name = finding.type();
        if (name.isPresent()) {
            return before.named(name.get())
                    .map(type -> reached.contains(type.getFullName()))
                    .orElse(false);
        }
        return finding.former().stream().allMatch(old -> reached.stream().anyMatch(type -> type.startsWith(old + ".")));
    }

    /** Whether one of Postroad's findings, of those that count, is about the same thing. */
    boolean has(BufFinding finding, Predicate<Finding> counts) {
        return findings.stream().filter(counts).anyMatch(ours -> isAbout(ours, finding));
    }

    /** Whether an extension that is gone has its number reserved, or stands in another file; other things pass. */
    boolean excuses(BufFinding finding) {
        return finding.extension()
                .flatMap(before::extension)
                .map(gone -> after.hasReserved(gone) || after.has(gone))
                .orElse(true);
    }

    private boolean isAbout(Finding ours, BufFinding finding) {
        return finding.former().filter(old -> covers(ours, old)).isPresent()
                || finding.extension()
                        .flatMap(before::extension)
                        .filter(gone -> isAbout(ours, gone))
                        .isPresent()
                || finding.packageName().filter(old -> isRenamedIn(ours, old)).isPresent()
                || finding.type().flatMap(before::named).stream().anyMatch(type -> isAbout(ours, finding, type));
    }

    private boolean isAbout(Finding ours, BufFinding finding, GenericDescriptor type) {
        if (type instanceof Descriptor entry && entry.getOptions().getMapEntry()) {
            return covers(ours, entry.getFullName()) || isAboutMap(ours, entry);
        }
        if (finding.oneof().filter(oneof -> names(ours, type, oneof)).isPresent()) {
            return true;
        }
        if (finding.number().isEmpty()) {
            return covers(ours, type.getFullName());
        }
        var number = finding.number().get();
        var now = finding.type().flatMap(after::named);
        return Stream.concat(
                                before.extension(type, number).stream(),
                                now.flatMap(version -> after.extension(version, number)).stream())
                        .anyMatch(extension -> isAbout(ours, extension))
                || Stream.concat(Stream.of(type), now.stream())
                        .flatMap(version -> member(version, number))
                        .anyMatch(member -> names(ours, type, member.getName()));
    }

    private static boolean isAbout(Finding ours, FieldDescriptor extension) {
        return ours.subject().equals(extension.getFullName())
                || ours.message().contains("[" + extension.getFullName() + "]");
    }

    /** Whether a finding is about a type that has lost both its package and its name. */
    private static boolean isRenamedIn(Finding ours, String packageName) {
        return ours.rule().id().equals("type-renamed") && ours.subject().startsWith(packageName + ".");
    }

    /** Whether a finding is about a type, or about what it stands in: a message, a package, a deleted contract. */
    private boolean covers(Finding ours, String type) {
        return (type + ".").startsWith(ours.subject() + ".")
                || ours.rule().id().equals("topic-deleted")
                        && before.root()
                                .filter(root -> root.getFullName().equals(type))
                                .isPresent();
    }

    private static boolean isAboutMap(Finding ours, Descriptor entry) {
        var message = entry.getContainingType();
        return message.getFields().stream()
                .filter(field -> field.isMapField() && field.getMessageType().equals(entry))
                .anyMatch(map -> names(ours, message, map.getName()));
    }

    /** Whether a finding's subject is a member of a type; or, for those that tell of several, its sentence names it. */
    private static boolean names(Finding ours, GenericDescriptor type, String member) {
        var scope = type.getFullName();
        var subject = ours.subject();
        var isInside = subject.equals(scope)
                || subject.substring(0, Math.max(0, subject.lastIndexOf('.'))).equals(scope);
        return subject.equals(scope + "." + member)
                || isInside
                        && Pattern.compile("\\b" + member + "\\b")
                                .matcher(ours.message())
                                .find();
    }

    private static Stream<GenericDescriptor> member(GenericDescriptor type, int number) {
        return Stream.ofNullable(
                type instanceof Descriptor message
                        ? message.findFieldByNumber(number)
                        : ((EnumDescriptor) type).findValueByNumber(number));
    }
}
