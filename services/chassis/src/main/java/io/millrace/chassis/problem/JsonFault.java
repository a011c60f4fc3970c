package io.millrace.chassis.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.ReferencePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with a body of JSON. */
sealed interface JsonFault {

    Problem problem();

    /** Looks for the fault in an exception and its causes. The innermost one knows best. */
    static Optional<JsonFault> of(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .<JsonFault>mapMulti((cause, faults) -> {
                    if (cause instanceof JsonParseException noJson) {
                        faults.accept(new Syntax(noJson.getLocation()));
                    } else if (cause instanceof SerdeException unfit) {
                        faults.accept(new Content(unfit));
                    }
                })
                .reduce((outer, inner) -> inner instanceof Syntax ? inner : outer);
    }

    /** It is no JSON at all. */
    record Syntax(JsonLocation place) implements JsonFault {

        @Override
        public Problem problem() {
            return Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "The body is not valid JSON: line %d, column %d."
                            .formatted(place.getLineNr(), place.getColumnNr()));
        }
    }

    /** It is JSON, but not of the shape that is asked for. */
    record Content(SerdeException unfit) implements JsonFault {

        @Override
        public Problem problem() {
            Problem problem = Problem.of(
                    HttpStatus.BAD_REQUEST, "The JSON of the body does not have the form that is asked for.");
            List<ReferencePath> path = JsonPath.of(unfit);
            return path.isEmpty() ? problem : problem.blaming(JsonPath.text(path), reason(path.getLast()));
        }

        private String reason(ReferencePath place) {
            String message = String.valueOf(unfit.getMessage());
            if (message.startsWith("Unknown property")) {
                return "is not a known field";
            }
            if (message.startsWith("Duplicate property")) {
                return "is given twice";
            }
            return Expected.of(JsonPath.typeAt(place));
        }
    }
}
