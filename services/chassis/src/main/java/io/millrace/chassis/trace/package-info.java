/** Events as spans of OpenTelemetry, where it is switched on. See docs/tracing.md. */
package io.millrace.chassis.trace;
