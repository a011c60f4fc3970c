/** The copy of customers in the database. */
package io.millrace.orders.customer.effect;
