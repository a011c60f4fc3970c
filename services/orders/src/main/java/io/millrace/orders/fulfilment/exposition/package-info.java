/** What inventory, billing and delivery answer, as events. */
package io.millrace.orders.fulfilment.exposition;
