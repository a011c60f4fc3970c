package io.millrace.testkit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.chassis.problem.Problem;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.DynamicTest;

/** Makes tests of bad requests: which status, which field, which reason, and nothing written. */
@Singleton
public final class Refusals {

    private final Rest rest;
    private final Written written;

    Refusals(Rest rest, Written written) {
        this.rest = rest;
        this.written = written;
    }

    /** The test that a request gets the problem document it must get, and leaves the database as it was. */
    public DynamicTest of(BadRequest bad) {
        return dynamicTest(bad.what(), () -> {
            String before = written.everything();

            Answer answer = rest.call(bad.method(), bad.path(), bad.body(), bad.headers());

            assertThat(answer.status()).as(answer.text()).isEqualTo(bad.status());
            assertThat(answer.header("Content-Type")).isEqualTo(Problem.MEDIA_TYPE);
            assertThat(answer.body().get("status").getIntValue()).isEqualTo(bad.status());
            assertThat(answer.body().get("instance").getStringValue())
                    .isEqualTo(bad.path().split("\\?")[0]);
            assertThat(answer.blame()).isEqualTo(bad.blame());
            assertThat(answer.text()).doesNotContain("io.millrace", "java.", "xception", "Argument");
            assertThat(written.everything()).isEqualTo(before);
        });
    }
}
