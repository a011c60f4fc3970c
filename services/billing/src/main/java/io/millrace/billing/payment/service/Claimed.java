package io.millrace.billing.payment.service;

/**
 * A payment that the provider is being asked about. That is written down, so that it is known after a crash.
 *
 * @param payment as it was when it was claimed
 * @param failures how often in a row it came to nothing before
 */
public record Claimed(Payment payment, int failures) {}
