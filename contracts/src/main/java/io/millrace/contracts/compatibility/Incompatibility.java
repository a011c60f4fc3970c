package io.millrace.contracts.compatibility;

import io.millrace.contracts.registry.Finding;
import io.millrace.contracts.registry.Version;

/**
 * A change that a minor version may not make.
 *
 * @param type the event type
 * @param version the version that makes it
 * @param field the path, {@code address.country} or {@code lines[].quantity}; empty for the body as a whole
 * @param change what was changed, and if it does not speak for itself, whom that breaks
 * @param due the version that this must be
 */
public record Incompatibility(String type, Version version, String field, String change, Version due) {

    /** The change, the rule and what is to be done, in one sentence. */
    public Finding finding() {
        return new Finding(
                type + " " + version,
                (field.isEmpty() ? "the body" : "field " + field) + " " + change
                        + "; a minor version may only add optional fields, so this must be " + due
                        + ", with an upcaster from " + (due.major() - 1));
    }

    @Override
    public String toString() {
        return finding().toString();
    }
}
