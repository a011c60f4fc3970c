/** What an order is, and what can become of one. */
package io.millrace.orders.order.service;
