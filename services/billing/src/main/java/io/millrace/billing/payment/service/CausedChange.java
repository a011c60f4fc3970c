package io.millrace.billing.payment.service;

import io.millrace.contracts.Envelope;

/** A change that another service's event led to. */
public record CausedChange(Change change, Envelope cause) {}
