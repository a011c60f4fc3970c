package io.millrace.contracts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reads {@code ce-time}. Every event has one, and the general parser costs as much as the rest of the envelope; so the
 * shape that Millrace writes, {@code 2026-01-02T03:04:05.678Z}, is read by position, and any other RFC 3339 time by the
 * general parser.
 */
final class EventTime {

    private static final int SECONDS_END = 19;
    private static final int MAX_DIGITS = 9;

    private EventTime() {}

    /** @throws EnvelopeException if it is no RFC 3339 time */
    static Instant parse(String value) {
        try {
            return isPlain(value)
                    ? parsePlain(value)
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException | NumberFormatException e) {
            throw new EnvelopeException("ce-time is not an RFC 3339 time: '" + value + "'", e);
        }
    }

    private static boolean isPlain(String value) {
        int length = value.length();
        return length > SECONDS_END
                && value.charAt(4) == '-'
                && value.charAt(7) == '-'
                && value.charAt(10) == 'T'
                && value.charAt(13) == ':'
                && value.charAt(16) == ':'
                && value.charAt(length - 1) == 'Z'
                && (length == SECONDS_END + 1 || value.charAt(SECONDS_END) == '.');
    }

    private static Instant parsePlain(String value) {
        long day = LocalDate.of(number(value, 0, 4), number(value, 5, 7), number(value, 8, 10))
                .toEpochDay();
        int hour = below(24, number(value, 11, 13));
        int minute = below(60, number(value, 14, 16));
        int second = below(60, number(value, 17, 19));
        return Instant.ofEpochSecond(day * 86_400 + hour * 3_600L + minute * 60L + second, nanos(value));
    }

    private static int nanos(String value) {
        if (value.length() == SECONDS_END + 1) {
            return 0;
        }
        int digits = value.length() - SECONDS_END - 2;
        if (digits < 1 || digits > MAX_DIGITS) {
            throw new NumberFormatException("a second has one to nine digits behind the point");
        }
        int nanos = number(value, SECONDS_END + 1, value.length() - 1);
        for (int i = digits; i < MAX_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int below(int limit, int number) {
        if (number >= limit) {
            throw new NumberFormatException(number + " is not below " + limit);
        }
        return number;
    }

    private static int number(String value, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException("not a digit: " + value.charAt(i));
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
