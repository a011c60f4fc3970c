/** What customers say of themselves, as events. */
package io.millrace.orders.customer.exposition;
