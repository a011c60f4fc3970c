package io.millrace.chassis.problem;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A field to blame for a refusal.
 *
 * @param field as the caller wrote it: {@code lines[0].quantity}, a query parameter or a header
 * @param reason what is wrong with it, readable behind the field's name
 */
@Serdeable
public record FieldError(String field, String reason) {}
