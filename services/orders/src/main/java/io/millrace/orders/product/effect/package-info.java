/** The copy of products in the database. */
package io.millrace.orders.product.effect;
