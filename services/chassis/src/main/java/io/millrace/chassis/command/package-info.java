/** Brings commands to their handlers. */
package io.millrace.chassis.command;
