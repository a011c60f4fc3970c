/** What inventory says of its products, as events. */
package io.millrace.orders.product.exposition;
