/** Shipments over REST, and what they hear from orders and customers. */
package io.millrace.delivery.shipment.exposition;
