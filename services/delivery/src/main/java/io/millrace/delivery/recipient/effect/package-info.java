/** The copy of customers in the database. */
package io.millrace.delivery.recipient.effect;
