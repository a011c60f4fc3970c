package io.millrace.billing.payment.service;

import java.util.Optional;

/**
 * Payments that wait for the provider, counted up to 100,000.
 *
 * @param payments how many, those included that it is being asked about
 * @param refused how many of them it does not accept, so that somebody must set something right
 * @param problem what it says about one of those
 */
public record Waiting(long payments, long refused, Optional<String> problem) {}
