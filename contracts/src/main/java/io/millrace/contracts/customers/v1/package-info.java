/** Events of customers as they were in major version 1, for readers that have not moved on. */
package io.millrace.contracts.customers.v1;
