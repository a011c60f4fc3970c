package io.millrace.cli.deadletters;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time of RFC 3339, or how long ago it was: {@code 90s}, {@code 30m}, {@code 2h}, {@code 7d}. */
final class Moment implements ITypeConverter<Instant> {

    private static final Pattern AGO = Pattern.compile("([0-9]{1,6})([smhd])");

    private final Clock clock;

    Moment() {
        this(Clock.systemUTC());
    }

    Moment(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant convert(String text) {
        Matcher ago = AGO.matcher(text);
        try {
            return ago.matches()
                    ? clock.instant().minus(duration(Long.parseLong(ago.group(1)), ago.group(2)))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new TypeConversionException("'" + text
                    + "' is neither how long ago, such as 30m, 2h or 7d, nor a time such as 2026-01-31T08:00:00Z");
        }
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
