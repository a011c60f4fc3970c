/** Payments in the database, and the payment provider over HTTP behind its circuit breaker. */
package io.millrace.billing.payment.effect;
