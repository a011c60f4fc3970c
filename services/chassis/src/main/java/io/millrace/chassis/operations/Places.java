package io.millrace.chassis.operations;

import io.micronaut.http.HttpStatus;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.problem.ProblemException;
import io.millrace.chassis.source.SourceUnavailableException;
import io.millrace.chassis.source.StreamPlaces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Turns the words of an operator into a position. */
@Singleton
class Places {

    private final StreamPlaces streams;

    Places(StreamPlaces streams) {
        this.streams = streams;
    }

    long find(String stream, String word) {
        try {
            return switch (word) {
                case "start" -> 0;
                case "end" -> streams.of(stream).lastSequence();
                default -> word.matches("[0-9]{1,18}") ? sequence(stream, word) : streams.before(stream, time(word));
            };
        } catch (SourceUnavailableException e) {
            throw new ProblemException(
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The stream cannot be asked now: " + e.getMessage()));
        }
    }

    private long sequence(String stream, String word) {
        long sequence = Long.parseLong(word);
        long end = streams.of(stream).lastSequence();
        if (sequence > end) {
            throw refused("must be " + end + " at most, where stream " + stream + " ends");
        }
        return sequence;
    }

    private static Instant time(String word) {
        try {
            return Instant.parse(word);
        } catch (DateTimeParseException e) {
            throw refused("must be start, end, a sequence, or a time like 2026-01-31T10:00:00Z");
        }
    }

    private static ProblemException refused(String reason) {
        return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "This is no place in a stream.")
                .blaming("to", reason));
    }
}
