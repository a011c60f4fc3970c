/** The copy of customers: who may order. */
package io.millrace.orders.customer.service;
