package dev.postroad.contract.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViolationsTest {
    private final Violations violations = new Violations();

    @Test
    void namesTheMessageAsAWholeByAnEmptyPath() {
        violations.add("order.total", "must be positive");

        assertThat(violations.list()).containsExactly(new Violation("", "order.total", "must be positive"));
    }

    @Test
    void namesWhatItHasEntered() {
        violations.enter("order");
        violations.enter("lines", 2);
        violations.addAt("sku", "string.min_len", "must be longer");
        violations.add("line.price", "must be positive");
        violations.leave();
        violations.addAt("email", "string.email", "must be an address");
        violations.leave();

        assertThat(violations.list())
                .extracting(Violation::field)
                .containsExactly("order.lines[2].sku", "order.lines[2]", "order.email");
    }

    @Test
    void writesEachKindOfKey() {
        violations.enter("a", "k\"");
        violations.enter("b", -1L);
        violations.enterUnsigned("c", -1L);
        violations.enter("d", true);
        violations.addAt("x", "required", "value is required");

        assertThat(violations.list())
                .singleElement()
                .hasToString("a[\"k\"\"].b[-1].c[18446744073709551615].d[true].x: value is required [required]");
    }

    @Test
    void findsItsWayBackFromAnyDepth() {
        for (var level = 0; level < 100; level++) {
            violations.enter("parent");
        }
        for (var level = 0; level < 99; level++) {
            violations.leave();
        }

        violations.addAt("name", "required", "value is required");

        assertThat(violations.list()).extracting(Violation::field).containsExactly("parent.name");
    }
}
