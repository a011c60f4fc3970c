package io.millrace.chassis.outbox;

/** An event that the stream holds, and where. */
public record StoredEvent(long sequence, String eventId) {}
