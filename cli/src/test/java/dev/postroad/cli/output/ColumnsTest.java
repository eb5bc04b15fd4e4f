package dev.postroad.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postroad.cli.output.Columns.Align;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private final Columns table = new Columns(Align.LEFT, Align.RIGHT, Align.LEFT);

    @Test
    void areAsWideAsTheirWidestCell() {
        table.row("TOPIC", "N", "GROUP");
        table.row("orders", "1,000", "billing");
        table.row("a", "7", "");

        assertThat(table.lines())
                .containsExactly(
                        "TOPIC       N  GROUP", //
                        "orders  1,000  billing",
                        "a           7");
    }

    @Test
    void areNoneWithoutRows() {
        assertThat(table.lines()).isEmpty();
    }

    @Test
    void refuseARowOfAnotherLength() {
        assertThatThrownBy(() -> table.row("one", "two"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 cells for 3 columns");
    }
}
