/** Products in the database, and their events in the outbox. */
package io.millrace.inventory.product.effect;
