/** Payments over REST, and what they hear from orders. */
package io.millrace.billing.payment.exposition;
