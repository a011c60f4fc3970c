package io.millrace.chassis.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.problem.FieldError;
import io.millrace.chassis.problem.ProblemException;
import org.junit.jupiter.api.Test;

class IfMatchTest {

    @Test
    void namesOneVersion() {
        assertThat(IfMatch.required("\"3\"")).accepts(3L).rejects(2L, 4L);
    }

    @Test
    void namesAnyVersionWithAStar() {
        assertThat(IfMatch.required("*")).accepts(1L, 99L);
    }

    @Test
    void namesSeveralVersions() {
        assertThat(IfMatch.required("\"2\" , \"4\",\"nope\"")).accepts(2L, 4L).rejects(3L);
    }

    @Test
    void neverMatchesAWeakTag() {
        assertThat(IfMatch.required("W/\"3\"")).rejects(3L);
    }

    @Test
    void neverMatchesATagThatNoVersionHas() {
        assertThat(IfMatch.required("\"03\"")).rejects(3L);
        assertThat(IfMatch.required("\"\"")).rejects(1L);
    }

    @Test
    void agreesToAnyVersionWhereItIsOptionalAndMissing() {
        assertThat(IfMatch.optional(null)).accepts(7L);
    }

    @Test
    void isAskedForWhereItIsRequired() {
        assertThatThrownBy(() -> IfMatch.required(null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(428));
    }

    @Test
    void isRefusedWithoutQuotes() {
        for (String malformed : new String[] {"3", "", "\"3", "\"3\" \"4\"", "*, \"3\"", "w/\"3\"", "\"a b\""}) {
            assertThatThrownBy(() -> IfMatch.required(malformed))
                    .as(malformed)
                    .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                        assertThat(refusal.problem().status()).isEqualTo(400);
                        assertThat(refusal.problem().errors())
                                .extracting(FieldError::field)
                                .containsExactly("If-Match");
                    });
        }
    }
}
