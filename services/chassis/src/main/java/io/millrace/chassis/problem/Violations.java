package io.millrace.chassis.problem;

import static java.util.Comparator.comparing;

import io.micronaut.http.HttpStatus;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.regex.Pattern;

/** The violated constraints of a request as a problem. */
final class Violations {

    private static final Pattern CONTAINER_ELEMENT = Pattern.compile("<[^<>]*>$");

    private Violations() {}

    static Problem problem(ConstraintViolationException exception) {
        List<FieldError> errors = exception.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), reason(violation)))
                .sorted(comparing(FieldError::field).thenComparing(FieldError::reason))
                .toList();
        return Problem.of(HttpStatus.BAD_REQUEST, "The request has values that are missing or not allowed.")
                .blaming(errors);
    }

    /**
     * The path starts with the controller's method and its parameter, and may end with {@code <list element>}. Neither
     * means anything to the caller.
     */
    private static String field(ConstraintViolation<?> violation) {
        String[] parts = violation.getPropertyPath().toString().split("\\.", 3);
        return CONTAINER_ELEMENT.matcher(parts[parts.length - 1]).replaceFirst("");
    }

    private static String reason(ConstraintViolation<?> violation) {
        return violation.getInvalidValue() == null ? "is required" : violation.getMessage();
    }
}
