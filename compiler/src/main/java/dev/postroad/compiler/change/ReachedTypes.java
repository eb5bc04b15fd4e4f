package dev.postroad.compiler.change;

import dev.postroad.compiler.shape.BothExtensions;
import dev.postroad.compiler.shape.TypeNames;
import dev.postroad.compiler.shape.TypePair;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The types that topics reach, each with the topics that reach it. Built by one thread. */
final class ReachedTypes {
    private final TypeNames names;
    private final BothExtensions extensions;
    private final SameFiles same;
    private final Map<TypePair, SortedSet<String>> topics = new LinkedHashMap<>();
    private final Map<TypePair, List<TypePair>> inner = new HashMap<>();

    ReachedTypes(TypeNames names, BothExtensions extensions, SameFiles same) {
        this.names = names;
        this.extensions = extensions;
        this.same = same;
    }

    /** Walks from a topic's message over all that its fields and extensions hold. */
    void reach(TypePair root, String topic) {
        var open = new ArrayDeque<TypePair>();
        var seen = new HashSet<TypePair>();
        open.add(root);
        seen.add(root);
        while (!open.isEmpty()) {
            var pair = open.remove();
            if (!same.hold(pair)) {
                topics.computeIfAbsent(pair, key -> new TreeSet<>()).add(topic);
                inner.computeIfAbsent(pair, key -> key.inner(names, extensions)).stream()
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
    }

    /** Each pair that may differ, with its topics in the order of their names. */
    Map<TypePair, SortedSet<String>> topics() {
        return topics;
    }
}
