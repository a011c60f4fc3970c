/** What a customer is, and what can become of one. */
package io.millrace.customers.customer.service;
