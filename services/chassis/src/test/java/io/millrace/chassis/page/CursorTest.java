package io.millrace.chassis.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.problem.FieldError;
import io.millrace.chassis.problem.ProblemException;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void leadsBackToTheKey() {
        assertThat(Cursor.lastKey(Cursor.after("17850"))).hasValue("17850");
        assertThat(Cursor.lastKey(Cursor.after("a-B_9"))).hasValue("a-B_9");
    }

    @Test
    void startsAtTheBeginningWithoutACursor() {
        assertThat(Cursor.lastKey(null)).isEmpty();
    }

    @Test
    void refusesWhatItDidNotMake() {
        refuses("", "17850", "abc", "%", "MTo=", "Mjp4", Cursor.after("x") + "=");
    }

    @Test
    void refusesAKeyThatIsNoId() {
        refuses("MToA", Cursor.after(""), Cursor.after("a.b"), Cursor.after("ü"), Cursor.after("a".repeat(65)));
    }

    private static void refuses(String... cursors) {
        for (String bad : cursors) {
            assertThatThrownBy(() -> Cursor.lastKey(bad))
                    .as(bad)
                    .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                        assertThat(refusal.problem().status()).isEqualTo(400);
                        assertThat(refusal.problem().errors())
                                .extracting(FieldError::field)
                                .containsExactly("cursor");
                    });
        }
    }
}
