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
        assertThat(Cursor.lastKey(Cursor.after("ü/?&=+"))).hasValue("ü/?&=+");
    }

    @Test
    void startsAtTheBeginningWithoutACursor() {
        assertThat(Cursor.lastKey(null)).isEmpty();
    }

    @Test
    void refusesWhatItDidNotMake() {
        for (String bad : new String[] {"", "17850", "abc", "%", "MTo=", "Mjp4", Cursor.after("x") + "="}) {
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
