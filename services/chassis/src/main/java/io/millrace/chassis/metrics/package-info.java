/** Messaging as metrics. See docs/metrics.md for their names, meanings and units. */
package io.millrace.chassis.metrics;
