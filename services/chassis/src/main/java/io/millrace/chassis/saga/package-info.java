/** Keeps sagas: durable, one answer at a time, with timers that survive a restart. */
package io.millrace.chassis.saga;
