/** Events that could not be handled: where they wait, when they are tried again, and what becomes of them. */
package io.millrace.chassis.parked;
