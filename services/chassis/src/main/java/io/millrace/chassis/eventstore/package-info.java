/** Aggregates whose only truth is what happened to them. */
package io.millrace.chassis.eventstore;
