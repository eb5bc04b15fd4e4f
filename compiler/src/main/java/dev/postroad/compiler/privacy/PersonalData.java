package dev.postroad.compiler.privacy;

import build.buf.validate.FieldRules;
import build.buf.validate.StringRules;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.proto.Elements;
import dev.postroad.compiler.proto.Extensions;
import dev.postroad.compiler.remark.Remarks;
import dev.postroad.contract.language.ContractLanguage;
import dev.postroad.contract.language.ContractOptions;
import dev.postroad.contract.language.ValidationRules;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether fields that look like personal data are marked. */
public final class PersonalData {
    private static final Rule UNMARKED = Rule.warning(
                    "personal-data",
                    "A field that looks like personal data says whether it is",
                    "What is marked is masked wherever messages are shown. (postroad.personal_data) = false says that the"
                            + " guess is wrong; true on a field of a message type covers all below it.")
            .showing("""
                    // Where the receipt goes.
                    optional string email = 2;
                    """, """
                    // Where the receipt goes.
                    optional string email = 2 [(postroad.personal_data) = true];
                    // The shop's, not a person's.
                    optional string contact_email = 3 [(postroad.personal_data) = false];
                    """);

    /** All rules of this package. */
    public static final List<Rule> RULES = List.of(UNMARKED);

    private static final Pattern POSTAL =
            Pattern.compile("(?i).*(street|city|town|postal|postcode|zip|locality|address_?line|line_?[12]).*");

    private final Set<Descriptor> exposed;

    /**
     * Personal data in the given files, which are judged together: a message may be covered by marks of another file.
     */
    public PersonalData(Collection<FileDescriptor> files) {
        this.exposed = Exposure.of(files);
    }

    /** Remarks on the fields of a file. */
    public void check(Remarks remarks) {
        Stream.concat(
                        Elements.fields(remarks.descriptor()).stream(),
                        Elements.extensions(remarks.descriptor()).stream().filter(Extensions::isData))
                .filter(field -> exposed.contains(field.getContainingType()))
                .filter(field -> !saysSo(field))
                .forEach(field -> guess(field).ifPresent(guess -> remark(remarks, field, guess)));
    }

    private static void remark(Remarks remarks, FieldDescriptor field, String guess) {
        remarks.add(
                UNMARKED,
                field,
                "%s looks like %s, and is not marked".formatted(field.getName(), guess),
                "add (postroad.personal_data) = true, or = false if it is not about a person");
    }

    private static boolean saysSo(FieldDescriptor field) {
        return ContractOptions.known(field.getOptions()).hasExtension(ContractLanguage.personalData);
    }

    private static Optional<String> guess(FieldDescriptor field) {
        var value = field.isMapField() ? field.getMessageType().findFieldByNumber(2) : field;
        return byRules(field)
                .or(() -> PersonalWords.guess(
                                field.getName(), field.getContainingType().getName())
                        .filter(guess -> fits(value, guess)));
    }

    private static Optional<String> byRules(FieldDescriptor field) {
        var rules = strings(ValidationRules.of(field));
        if (rules.getEmail()) {
            return Optional.of("an e-mail address");
        }
        var ip = rules.getIp() || rules.getIpv4() || rules.getIpv6();
        return ip
                        && !PersonalWords.isAboutMachines(
                                field.getName(), field.getContainingType().getName())
                ? Optional.of("an IP address")
                : Optional.empty();
    }

    private static StringRules strings(FieldRules rules) {
        return rules.hasRepeated() ? rules.getRepeated().getItems().getString() : rules.getString();
    }

    private static boolean fits(FieldDescriptor field, String guess) {
        return switch (field.getJavaType()) {
            case BOOLEAN, ENUM -> false;
            case STRING, BYTE_STRING -> true;
            case INT, LONG -> !guess.contains("name") && !guess.contains("mail") && !guess.equals("an address");
            case FLOAT, DOUBLE -> false;
            case MESSAGE -> fits(field.getMessageType(), guess);
        };
    }

    private static boolean fits(Descriptor type, String guess) {
        var name = type.getFullName();
        if (name.startsWith("google.protobuf.")) {
            return name.endsWith("Value") || name.endsWith("Timestamp") && guess.contains("birth");
        }
        if (guess.equals("an address")) {
            return type.getFields().stream()
                    .anyMatch(field -> POSTAL.matcher(field.getName()).matches());
        }
        return type.getFields().stream().anyMatch(field -> field.getJavaType() != JavaType.BOOLEAN);
    }
}
