package io.millrace.chassis.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpRequest;
import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.problem.ProblemException;
import org.junit.jupiter.api.Test;

class RequestCauseTest {

    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void takesOverTheCallersCorrelationId() {
        Cause cause = RequestCause.of(HttpRequest.GET("/").header("X-Correlation-Id", "import-7:a.b_c"));

        assertThat(cause.correlationId()).isEqualTo("import-7:a.b_c");
        assertThat(cause.causationId()).isNotEqualTo(cause.correlationId());
        assertThat(cause.actor()).isEqualTo("anonymous");
    }

    @Test
    void beginsAFlowWhereTheCallerHasNone() {
        Cause cause = RequestCause.of(HttpRequest.GET("/"));

        assertThat(cause.correlationId()).hasSize(36).isEqualTo(cause.causationId());
    }

    @Test
    void refusesACorrelationIdThatCouldNotTravel() {
        for (String bad : new String[] {"a b", "", "ü", "x".repeat(129)}) {
            assertThatThrownBy(() -> RequestCause.of(HttpRequest.GET("/").header("X-Correlation-Id", bad)))
                    .as(bad)
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void takesOverTheTrace() {
        Cause cause = RequestCause.of(
                HttpRequest.GET("/").header("traceparent", TRACEPARENT).header("tracestate", "a=1"));

        assertThat(cause.traceparent()).hasValue(TRACEPARENT);
        assertThat(cause.tracestate()).hasValue("a=1");
    }

    @Test
    void leavesOutATraceThatIsNotWellFormed() {
        Cause cause = RequestCause.of(
                HttpRequest.GET("/").header("traceparent", "00-zz-1-01").header("tracestate", "a=1"));

        assertThat(cause.traceparent()).isEmpty();
        assertThat(cause.tracestate()).isEmpty();
    }
}
