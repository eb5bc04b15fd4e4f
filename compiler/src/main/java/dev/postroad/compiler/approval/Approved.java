package dev.postroad.compiler.approval;

import dev.postroad.compiler.finding.Finding;

/**
 * A finding that somebody answers for.
 *
 * @param finding what was found
 * @param approval who answers for it, and why
 */
public record Approved(Finding finding, Approval approval) implements Comparable<Approved> {
    @Override
    public int compareTo(Approved other) {
        return finding.compareTo(other.finding);
    }
}
