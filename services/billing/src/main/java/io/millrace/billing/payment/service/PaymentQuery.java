package io.millrace.billing.payment.service;

import java.util.Optional;

/**
 * Which payments to list.
 *
 * @param status where they stand, or empty for all
 * @param afterId the order to go on behind; the first one comes after the empty string
 */
public record PaymentQuery(Optional<PaymentStatus> status, String afterId) {}
