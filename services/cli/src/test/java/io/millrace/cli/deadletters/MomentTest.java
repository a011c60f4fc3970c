package io.millrace.cli.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class MomentTest {

    private final Moment moment = new Moment(Clock.fixed(Instant.parse("2026-01-31T08:00:00Z"), ZoneOffset.UTC));

    @Test
    void readsHowLongAgo() {
        assertThat(moment.convert("90s")).isEqualTo("2026-01-31T07:58:30Z");
        assertThat(moment.convert("30m")).isEqualTo("2026-01-31T07:30:00Z");
        assertThat(moment.convert("2h")).isEqualTo("2026-01-31T06:00:00Z");
        assertThat(moment.convert("7d")).isEqualTo("2026-01-24T08:00:00Z");
    }

    @Test
    void readsTimes() {
        assertThat(moment.convert("2026-01-31T08:00:00Z")).isEqualTo("2026-01-31T08:00:00Z");
        assertThat(moment.convert("2026-01-31T08:00:00.5+01:00")).isEqualTo("2026-01-31T07:00:00.5Z");
    }

    @Test
    void refusesAnythingElse() {
        for (String bad : new String[] {"", "2", "2w", "-2h", "2026-01-31", "1234567d", "yesterday"}) {
            assertThatThrownBy(() -> moment.convert(bad)).as(bad).isInstanceOf(TypeConversionException.class);
        }
    }
}
