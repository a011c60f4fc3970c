/** Orders in the database, and their events in the outbox. */
package io.millrace.orders.order.effect;
