package io.millrace.contracts.validation;

/**
 * One way in which a body is not what its contract says. It names fields and rules, never the values of the body, so it
 * may be logged.
 *
 * @param field the path, for example {@code address.country} or {@code lines[2].quantity}; empty for the body as a whole
 * @param rule in words, for example {@code is missing} or {@code must match ^[A-Z]{3}$}
 */
public record Violation(String field, String rule) {

    @Override
    public String toString() {
        return (field.isEmpty() ? "the body" : field) + " " + rule;
    }
}
