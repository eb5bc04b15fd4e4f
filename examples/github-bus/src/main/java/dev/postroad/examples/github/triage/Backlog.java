package dev.postroad.examples.github.triage;

import java.util.HashSet;
import java.util.Set;

/** What waits for an answer in one repository: the numbers of issues, pull requests and questions. */
record Backlog(Set<Integer> issues, Set<Integer> pullRequests, Set<Integer> questions) {
    static Backlog empty() {
        return new Backlog(new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    static void mark(Set<Integer> waiting, int number, boolean waits) {
        if (waits) {
            waiting.add(number);
        } else {
            waiting.remove(number);
        }
    }
}
