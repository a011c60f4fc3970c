package io.millrace.billing.payment.service;

import io.millrace.contracts.Envelope;
import io.millrace.contracts.Event;

/** An event of another service. */
public record Heard<E extends Event>(E event, Envelope envelope) {}
