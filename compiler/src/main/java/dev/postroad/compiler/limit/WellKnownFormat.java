package dev.postroad.compiler.limit;

import java.util.Map;
import java.util.Set;

/** The well-known formats of texts and bytes, and which of them is part of which. */
final class WellKnownFormat {
    /** Each format with the wider ones that accept all of its texts. */
    private static final Map<String, Set<String>> WIDER = Map.ofEntries(
            Map.entry("email", Set.of()),
            Map.entry("hostname", Set.of("address")),
            Map.entry("ip", Set.of("address")),
            Map.entry("ipv4", Set.of("ip", "address")),
            Map.entry("ipv6", Set.of("ip", "address")),
            Map.entry("uri", Set.of("uri_ref")),
            Map.entry("uri_ref", Set.of()),
            Map.entry("address", Set.of()),
            Map.entry("uuid", Set.of()),
            Map.entry("tuuid", Set.of()),
            Map.entry("ip_with_prefixlen", Set.of()),
            Map.entry("ipv4_with_prefixlen", Set.of("ip_with_prefixlen")),
            Map.entry("ipv6_with_prefixlen", Set.of("ip_with_prefixlen")),
            Map.entry("ip_prefix", Set.of("ip_with_prefixlen")),
            Map.entry("ipv4_prefix", Set.of("ip_prefix", "ipv4_with_prefixlen", "ip_with_prefixlen")),
            Map.entry("ipv6_prefix", Set.of("ip_prefix", "ipv6_with_prefixlen", "ip_with_prefixlen")),
            Map.entry("host_and_port", Set.of()),
            Map.entry("ulid", Set.of()),
            Map.entry("protobuf_fqn", Set.of()),
            Map.entry("protobuf_dot_fqn", Set.of()));

    static final Set<String> NAMES = WIDER.keySet();

    private WellKnownFormat() {}

    /** The direction from one format to another; each set has at most one. */
    static Direction direction(Set<String> before, Set<String> after) {
        if (before.equals(after)) {
            return Direction.EQUAL;
        }
        return Direction.of(holds(after, before), holds(before, after));
    }

    /** Whether whatever fits the one format fits the other. */
    private static boolean holds(Set<String> outer, Set<String> inner) {
        return outer.isEmpty()
                || inner.stream()
                        .anyMatch(format -> outer.contains(format)
                                || WIDER.getOrDefault(format, Set.of()).stream().anyMatch(outer::contains));
    }
}
