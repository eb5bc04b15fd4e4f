package dev.postroad.contract.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentationTest {
    @Test
    void leavesOutWhatSpeaksToTheCheckAlone() {
        var comment = " A customer has placed an order.\n postroad:allow field-comment We know.\n Once paid.\n";

        assertThat(Documentation.of(comment)).isEqualTo("A customer has placed an order.\n Once paid.");
    }

    @Test
    void isEmptyWhereNothingIsSaid() {
        assertThat(Documentation.of(" postroad:allow field-comment We know.\n")).isEmpty();
    }
}
