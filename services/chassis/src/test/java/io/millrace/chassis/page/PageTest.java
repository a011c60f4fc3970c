package io.millrace.chassis.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void isTheLastOneWhenNothingIsLeftOver() {
        assertThat(Page.of(List.of("a", "b"), 2, Function.identity())).isEqualTo(new Page<>(List.of("a", "b"), null));
    }

    @Test
    void goesOnBehindItsLastItem() {
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, Function.identity());

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.lastKey(page.next())).hasValue("b");
    }

    @Test
    void keepsItsCursorWhenItIsShownDifferently() {
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, Function.identity());

        assertThat(page.map(String::length)).isEqualTo(new Page<>(List.of(1, 1), page.next()));
    }
}
