package io.millrace.chassis.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
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
                    "The body is no valid JSON, at line %d, column %d."
                            .formatted(place.getLineNr(), place.getColumnNr()));
        }
    }

    /** It is JSON, but not of the shape that is asked for. */
    record Content(SerdeException unfit) implements JsonFault {

        @Override
        public Problem problem() {
            Problem problem = Problem.of(HttpStatus.BAD_REQUEST, "The body is not what this resource takes.");
            return unfit.getPath().isEmpty() ? problem : problem.blaming(field(), reason());
        }

        private String field() {
            StringBuilder field = new StringBuilder();
            for (ReferencePath step : unfit.getPath().reversed()) {
                switch (step) {
                    case PropertyReferencePath property ->
                        field.append(field.isEmpty() ? "" : ".")
                                .append(property.property().getName());
                    case CollectionItemReferencePath item ->
                        field.append('[').append(item.index()).append(']');
                    case MapItemReferencePath item ->
                        field.append(field.isEmpty() ? "" : ".").append(item.key());
                }
            }
            return field.toString();
        }

        private String reason() {
            String message = String.valueOf(unfit.getMessage());
            if (message.startsWith("Unknown property")) {
                return "is not a field that is known here";
            }
            if (message.startsWith("Duplicate property")) {
                return "is there twice";
            }
            List<ReferencePath> path = unfit.getPath();
            return Expected.of(path.getFirst().getArgument().getType());
        }
    }
}
