package dev.postroad.compiler.remark;

import dev.postroad.compiler.finding.Finding;

/**
 * A finding that may be allowed where it arises.
 *
 * @param finding what is remarked
 * @param first the first line of the element that it concerns
 * @param last the last line on which an allowance may stand behind the element
 */
public record Remark(Finding finding, int first, int last) {
    boolean concerns(int line) {
        return first <= line && line <= last;
    }
}
