package dev.postroad.bench.bus;

import java.util.List;

/** The words that names are made of. */
final class Vocabulary {
    static final List<String> DOMAINS = List.of(
            "billing",
            "booking",
            "catalogue",
            "checkout",
            "claims",
            "customs",
            "delivery",
            "energy",
            "finance",
            "fleet",
            "fraud",
            "fulfilment",
            "identity",
            "inventory",
            "invoicing",
            "loyalty",
            "marketing",
            "media",
            "network",
            "orders",
            "payments",
            "pricing",
            "procurement",
            "production",
            "quality",
            "returns",
            "routing",
            "support",
            "treasury",
            "warehouse");

    static final List<String> NOUNS = List.of(
            "order",
            "invoice",
            "payment",
            "shipment",
            "refund",
            "request",
            "offer",
            "claim",
            "contract",
            "item",
            "account",
            "reservation",
            "task",
            "alert",
            "report",
            "quote",
            "transfer",
            "label",
            "tour",
            "inspection");

    static final List<String> VERBS = List.of(
            "created",
            "changed",
            "approved",
            "rejected",
            "cancelled",
            "completed",
            "assigned",
            "received",
            "sent",
            "expired",
            "corrected",
            "archived");

    static final List<String> STATES = List.of("open", "waiting", "active", "blocked", "done", "failed");

    private Vocabulary() {}
}
