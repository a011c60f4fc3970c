/** The copy of customers: to whom and where shipments go. */
package io.millrace.delivery.recipient.service;
