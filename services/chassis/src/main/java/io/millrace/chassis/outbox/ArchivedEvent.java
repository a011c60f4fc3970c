package io.millrace.chassis.outbox;

/**
 * An event as the archive keeps it.
 *
 * @param sequence where it stands in the stream
 * @param headers {@code name: value} lines
 */
public record ArchivedEvent(long sequence, String eventId, String subject, String headers, byte[] body) {}
