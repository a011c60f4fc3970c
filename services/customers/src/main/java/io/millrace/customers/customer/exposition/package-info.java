/** Customers over REST. */
package io.millrace.customers.customer.exposition;
