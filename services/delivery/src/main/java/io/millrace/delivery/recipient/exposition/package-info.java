/** What the service hears of customers. */
package io.millrace.delivery.recipient.exposition;
