package io.millrace.chassis.outbox;

/**
 * One event not yet in the stream.
 *
 * @param id rises in the order of each aggregate
 * @param headers {@code name: value} lines
 */
public record OutboxRow(long id, String eventId, String subject, String headers, byte[] body) {}
