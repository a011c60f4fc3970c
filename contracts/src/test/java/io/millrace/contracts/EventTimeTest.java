package io.millrace.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:04:05.6Z",
                "2026-01-02T03:04:05.678Z",
                "2026-01-02T03:04:05.678901234Z",
                "1969-12-31T23:59:59.999999999Z",
                "2024-02-29T00:00:00Z"
            })
    void readsWhatTheGeneralParserReads(String time) {
        assertThat(EventTime.parse(time)).isEqualTo(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02T03:04:05+01:00", "2026-01-02T03:04:05.5-05:30"})
    void readsOffsetsToo(String time) {
        assertThat(EventTime.parse(time)).isEqualTo(OffsetDateTime.parse(time).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "",
                "2026-13-02T03:04:05Z",
                "2026-02-30T03:04:05Z",
                "2026-01-02T24:04:05Z",
                "2026-01-02T03:60:05Z",
                "2026-01-02T03:04:05.Z",
                "2026-01-02T03:04:05.x7Z",
                "2026-01-02T03:04:05.1234567890Z",
                "2026-01-02 03:04:05Z",
                "2026-01-02T03:04:05"
            })
    void anythingElseIsRefused(String time) {
        assertThatThrownBy(() -> EventTime.parse(time)).isInstanceOf(EnvelopeException.class);
    }
}
