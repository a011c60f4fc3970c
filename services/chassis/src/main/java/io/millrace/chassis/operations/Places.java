package io.millrace.chassis.operations;

import io.micronaut.http.HttpStatus;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.problem.ProblemException;
import io.millrace.chassis.source.SourceUnavailableException;
import io.millrace.chassis.source.StreamPlaces;
import jakarta.inject.Singleton;

/** Turns the words of an operator into a position. */
@Singleton
class Places {

    private final StreamPlaces streams;

    Places(StreamPlaces streams) {
        this.streams = streams;
    }

    long find(String stream, String word) {
        try {
            return streams.find(stream, word);
        } catch (SourceUnavailableException e) {
            throw new ProblemException(
                    Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The stream cannot be asked now: " + e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "This is no place in a stream.")
                    .blaming("to", e.getMessage()));
        }
    }
}
