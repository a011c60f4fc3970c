/** Orders over REST. */
package io.millrace.orders.order.exposition;
