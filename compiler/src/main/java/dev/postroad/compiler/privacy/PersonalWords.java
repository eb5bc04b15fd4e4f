package dev.postroad.compiler.privacy;

import dev.postroad.compiler.naming.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Guesses from a field's name what it says about a person.
 *
 * <p>Each word list is short on purpose: a remark that is mostly wrong teaches people to ignore it. Words that name
 * machines ({@code server_ip}) or what a value is about ({@code email_template}) speak against a guess.
 */
final class PersonalWords {
    private static final Set<String> MACHINES = Set.of(
            ("admin api backend base bind bridge broker bus cluster container contract db dns downstream endpoint ethernet"
                            + " gateway grpc hardware host http https instance interface kafka lb listen listener load"
                            + " local locality mac machine memory nat network node pipe pod port proxy resolver route"
                            + " router server service socket subnet target tcp token tracing udp upstream uri url virtual"
                            + " vip wallet web xds")
                    .split(" "));

    /** As the last word these tell that the value is not the thing itself, but something about it. */
    private static final Set<String> ASPECTS = Set.of(
            ("class code config configuration count country domain enabled error family format header headers kind label"
                            + " language length limit match matcher mode model option options pattern policy prefix"
                            + " provider quota range reason required rule rules sent service settings size source state"
                            + " status subject suffix tag template text time title type types validity verified version")
                    .split(" "));

    private static final Set<String> PEOPLE = Set.of(
            ("beneficiary buyer cardholder contact customer driver employee guest holder passenger patient payee payer"
                            + " person recipient student")
                    .split(" "));

    private static final Set<String> NAME_PARTS =
            Set.of("birth", "family", "first", "given", "last", "maiden", "middle");

    private static final Set<String> NAMES = Set.of("firstname", "forename", "fullname", "lastname", "surname");

    private static final Set<String> THINGS = Set.of(
            ("branch file folder method module package project repository resource service table template topic type")
                    .split(" "));

    private final List<String> words;
    private final Set<String> context;

    private PersonalWords(List<String> words, List<String> container) {
        this.words = words;
        this.context = new HashSet<>(words);
        context.addAll(container);
    }

    /**
     * What a field seems to hold, such as "an e-mail address"; empty if nothing about a person.
     *
     * @param field its name
     * @param message the name of the message that it belongs to
     */
    static Optional<String> guess(String field, String message) {
        var words = new ArrayList<>(Words.of(field));
        words.removeIf(word -> word.chars().allMatch(Character::isDigit));
        if (words.isEmpty() || ASPECTS.contains(words.get(words.size() - 1))) {
            return Optional.empty();
        }
        return new PersonalWords(words, Words.of(message)).guess();
    }

    /** Whether field or message name a machine. */
    static boolean isAboutMachines(String field, String message) {
        return new PersonalWords(Words.of(field), Words.of(message)).aboutMachines();
    }

    private Optional<String> guess() {
        if (has("email") || has("emails") || pair("e", "mail") || pair("mail", "address")) {
            return Optional.of("an e-mail address");
        }
        if (has("phone") || has("phones") || has("telephone") || has("msisdn") || pair("mobile", "number")) {
            return Optional.of("a phone number");
        }
        if (has("birthday") || has("birthdate") || has("birth") || has("dob")) {
            return Optional.of("a date of birth");
        }
        if (isIdentity()) {
            return Optional.of("a number that identifies a person");
        }
        if (isName()) {
            return Optional.of("a person's name");
        }
        if (endsInIp()) {
            return aboutMachines() ? Optional.empty() : Optional.of("an IP address");
        }
        if (endsInAddress() && !aboutMachines()) {
            return Optional.of("an address");
        }
        return Optional.empty();
    }

    private boolean isIdentity() {
        return has("ssn")
                || has("passport")
                || has("iban")
                || pair("national", "id")
                || pair("social", "security")
                || pair("tax", "id")
                || pair("identity", "number")
                || pair("card", "number")
                || pair("driver", "license")
                || pair("driving", "licence");
    }

    private boolean isName() {
        if (words.stream().anyMatch(NAMES::contains)) {
            return true;
        }
        if (pair("full", "name")) {
            return context.stream().noneMatch(THINGS::contains);
        }
        return words.size() > 1
                && (last().equals("name") || last().equals("names"))
                && (NAME_PARTS.contains(beforeLast()) || PEOPLE.contains(beforeLast()));
    }

    private boolean endsInIp() {
        var end = isAddress(last()) && words.size() > 1 ? beforeLast() : last();
        return Set.of("ip", "ips", "ipv4", "ipv6").contains(end);
    }

    private boolean endsInAddress() {
        return isAddress(last()) || words.size() > 1 && isAddress(beforeLast()) && last().startsWith("line");
    }

    private static boolean isAddress(String word) {
        return word.equals("address") || word.equals("addresses");
    }

    private boolean aboutMachines() {
        return context.stream().anyMatch(MACHINES::contains);
    }

    private String last() {
        return words.get(words.size() - 1);
    }

    private String beforeLast() {
        return words.get(words.size() - 2);
    }

    private boolean has(String word) {
        return words.contains(word);
    }

    private boolean pair(String first, String second) {
        for (var index = 1; index < words.size(); index++) {
            if (words.get(index - 1).equals(first) && words.get(index).equals(second)) {
                return true;
            }
        }
        return false;
    }
}
