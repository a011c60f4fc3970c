/** What a shipment is, and what can become of one. */
package io.millrace.delivery.shipment.service;
