/** What is done for an order until it is sent, and undone when it is not. */
package io.millrace.orders.fulfilment.service;
