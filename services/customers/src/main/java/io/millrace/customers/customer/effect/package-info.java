/** Customers in the database, and their events in the outbox. */
package io.millrace.customers.customer.effect;
