/** The payment of an order: what is due, what the provider is asked, and what is answered to orders. */
package io.millrace.billing.payment.service;
