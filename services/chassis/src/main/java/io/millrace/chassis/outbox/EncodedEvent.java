package io.millrace.chassis.outbox;

import io.millrace.contracts.Envelope;

/**
 * An event as it will go out: with its id, its time and its bytes.
 *
 * @param subject where in the stream it will stand
 * @param body JSON that fits the event's contract
 */
public record EncodedEvent(Envelope envelope, String subject, byte[] body) {}
