package io.millrace.billing.payment.service;

/**
 * Why a payment was not settled when the provider was asked.
 *
 * @param problem in words
 * @param refused whether it is no outage: the provider does not accept what it is asked
 * @param harmless whether the attempt has surely taken no money, and need not be counted
 */
public record Setback(String problem, boolean refused, boolean harmless) {}
