package dev.postroad.broker.cluster;

import dev.postroad.broker.embedded.ClusterMember;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Where a node has its place: as a member of the cluster, on the network and on disk.
 *
 * @param port where clients reach it on localhost
 * @param folder that of the cluster, in which the node has its data, its log and its sign that it serves
 */
record NodePlace(ClusterMember member, int port, Path folder) {
    private static final String BETWEEN = "@";

    Path data() {
        return folder.resolve("node-" + member.node());
    }

    Path log() {
        return folder.resolve("node-%d.log".formatted(member.node()));
    }

    /** Is there while the node serves, and after it was killed. */
    Path ready() {
        return folder.resolve("node-%d.ready".formatted(member.node()));
    }

    /** What {@link #of} reads, one argument of a command each. */
    List<String> words() {
        var words = new ArrayList<>(List.of(
                member.clusterId(), Integer.toString(member.node()), Integer.toString(port), folder.toString()));
        member.controllers().forEach((node, controller) -> words.add(node + BETWEEN + controller));
        return words;
    }

    static NodePlace of(List<String> words) {
        var controllers = new HashMap<Integer, Integer>();
        for (var word : words.subList(4, words.size())) {
            var between = word.indexOf(BETWEEN);
            controllers.put(
                    Integer.parseInt(word.substring(0, between)), Integer.parseInt(word.substring(between + 1)));
        }
        var member = new ClusterMember(words.get(0), Integer.parseInt(words.get(1)), controllers);
        return new NodePlace(member, Integer.parseInt(words.get(2)), Path.of(words.get(3)));
    }
}
