package dev.postroad.compiler.naming;

import com.google.protobuf.Descriptors.Descriptor;
import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.finding.Rule;
import dev.postroad.compiler.remark.Remarks;
import dev.postroad.contract.language.ContractOptions;
import dev.postroad.contract.topic.TopicName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether topic, message, package and file are named alike. */
final class TopicAgreement {
    private static final Rule MESSAGE = Rule.warning(
                    "topic-message-name",
                    "The topic's message is named as the topic's entity",
                    "Who knows the topic then knows the class, and the other way round.")
            .showing("""
                    // A customer has placed an order.
                    message OrderEvent {
                      option (postroad.topic) = { name: "orders.order-placed.v1" owner: "checkout" };
                    }
                    """, """
                    // A customer has placed an order.
                    message OrderPlaced {
                      option (postroad.topic) = { name: "orders.order-placed.v1" owner: "checkout" };
                    }
                    """);

    private static final Rule PACKAGE = Rule.warning(
                    "package-name",
                    "A package is lower-case words, then the topic's domain, then a version",
                    "Two majors of a contract live side by side while readers move, so they need packages of their own.")
            .showing("""
                    syntax = "proto3";
                    package com.example;

                    import "postroad/contract.proto";

                    // A customer has placed an order.
                    message OrderPlaced {
                      option (postroad.topic) = { name: "orders.order-placed.v1" owner: "checkout" };
                    }
                    """, """
                    syntax = "proto3";
                    package com.example.orders.v1;

                    import "postroad/contract.proto";

                    // A customer has placed an order.
                    message OrderPlaced {
                      option (postroad.topic) = { name: "orders.order-placed.v1" owner: "checkout" };
                    }
                    """);

    private static final Rule VERSION = Rule.error(
                    "package-version",
                    "The version of the package is the major version of the topic",
                    "Generated classes of one version for the topic of another are mistaken for the right ones.")
            .showing("""
                    // A customer has placed an order.
                    message OrderPlaced {
                      option (postroad.topic) = { name: "orders.order-placed.v2" owner: "checkout" };
                    }
                    """, """
                    // A customer has placed an order.
                    message OrderPlaced {
                      option (postroad.topic) = { name: "orders.order-placed.v1" owner: "checkout" };
                    }
                    """);

    private static final Rule FILE = Rule.warning(
                    "file-name",
                    "A contract's file is <domain>/<entity>.proto; from the second major on <domain>/v2/<entity>.proto or"
                            + " <domain>/<entity>_v2.proto. A file of shared types stands in its package's folder",
                    "A contract is found by its topic's name.")
            .showing("""
                    // contracts/orders/events.proto
                    // A customer has placed an order.
                    message OrderPlaced {
                      option (postroad.topic) = { name: "orders.order-placed.v1" owner: "checkout" };
                    }
                    """, """
                    // contracts/orders/order_placed.proto
                    // A customer has placed an order.
                    message OrderPlaced {
                      option (postroad.topic) = { name: "orders.order-placed.v1" owner: "checkout" };
                    }
                    """);

    static final List<Rule> RULES = List.of(MESSAGE, PACKAGE, VERSION, FILE);

    private static final Pattern PACKAGE_FORM =
            Pattern.compile("(?:[a-z][a-z0-9_]*\\.)*(?<domain>[a-z][a-z0-9_]*)\\.v(?<major>[1-9][0-9]*)");
    private static final Pattern PATH =
            Pattern.compile("(?:.*/)?(?<folder>[^/]+)/(?:v(?<major>[0-9]+)/)?(?<file>[^/]+)\\.proto");

    private final Remarks remarks;
    private final String packageName;
    private final Place packagePlace;

    TopicAgreement(Remarks remarks) {
        this.remarks = remarks;
        this.packageName = remarks.descriptor().getPackage();
        this.packagePlace = remarks.lines().ofPackage();
    }

    void check() {
        var withTopic = remarks.descriptor().getMessageTypes().stream()
                .filter(message -> topic(message).isPresent())
                .toList();
        withTopic.forEach(message -> message(message, topic(message).orElseThrow()));
        if (withTopic.isEmpty()) {
            sharedTypes();
        } else {
            var topic = topic(withTopic.get(0)).orElseThrow();
            topicPackage(topic);
            topicFile(topic);
        }
    }

    private static Optional<TopicName> topic(Descriptor message) {
        return ContractOptions.topic(message).flatMap(options -> {
            try {
                return Optional.of(TopicName.parse(options.getName()));
            } catch (IllegalArgumentException reportedByTheContract) {
                return Optional.empty();
            }
        });
    }

    private void message(Descriptor message, TopicName topic) {
        if (!Words.letters(message.getName()).equals(Words.letters(topic.entity()))) {
            remarks.add(
                    MESSAGE,
                    message,
                    "message %s is the one of topic %s".formatted(message.getName(), topic),
                    "name it %s, or the topic %s.%s.v%d"
                            .formatted(
                                    Words.upperCamel(topic.entity()),
                                    topic.domain(),
                                    Words.lowerSnake(message.getName()).replace('_', '-'),
                                    topic.major()));
        }
    }

    private void topicPackage(TopicName topic) {
        var form = PACKAGE_FORM.matcher(packageName);
        var domain = Words.lowerSnake(topic.domain());
        if (!form.matches() || !form.group("domain").equals(domain)) {
            packageName("%s of topic %s".formatted(said(), topic), "%s.v%d".formatted(domain, topic.major()));
        } else if (!form.group("major").equals(String.valueOf(topic.major()))) {
            remarks.add(
                    VERSION,
                    packagePlace,
                    "package %s has another version than topic %s".formatted(packageName, topic),
                    "name it %s".formatted(packageName.replaceAll("v[0-9]+$", "v" + topic.major())));
        }
    }

    private void topicFile(TopicName topic) {
        var file = Words.lowerSnake(topic.entity());
        var folder = Words.lowerSnake(topic.domain());
        var path = PATH.matcher(remarks.descriptor().getName());
        var agrees = path.matches()
                && path.group("folder").equals(folder)
                && (path.group("major") == null || path.group("major").equals(String.valueOf(topic.major())))
                && (path.group("file").equals(file) || path.group("file").equals(file + "_v" + topic.major()));
        if (!agrees) {
            remarks.add(
                    FILE,
                    packagePlace,
                    "the contract of topic %s stands in %s"
                            .formatted(topic, remarks.descriptor().getName()),
                    "name the file %s/%s%s.proto"
                            .formatted(folder, topic.major() == 1 ? "" : "v" + topic.major() + "/", file));
        }
    }

    private void sharedTypes() {
        var form = PACKAGE_FORM.matcher(packageName);
        var path = PATH.matcher(remarks.descriptor().getName());
        if (!form.matches()) {
            packageName(said(), "<domain>.v1");
        } else if (!path.matches() || !path.group("folder").equals(form.group("domain"))) {
            remarks.add(
                    FILE,
                    packagePlace,
                    "package %s stands in %s"
                            .formatted(packageName, remarks.descriptor().getName()),
                    "move the file into the folder %s/".formatted(form.group("domain")));
        }
    }

    private String said() {
        return packageName.isEmpty() ? "there is no package" : "package '%s'".formatted(packageName);
    }

    private void packageName(String said, String wanted) {
        remarks.add(
                PACKAGE,
                packagePlace,
                packageName.isEmpty() ? said : said + " does not end in domain and version",
                "write package %s, with words before it if need be".formatted(wanted));
    }
}
