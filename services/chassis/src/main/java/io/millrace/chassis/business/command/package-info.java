/** Commands as a business writes them: plain Java, no framework. */
package io.millrace.chassis.business.command;
