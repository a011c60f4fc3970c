/** Requests that can be sent again without being done again. */
package io.millrace.chassis.idempotency;
