/** What every service gets without asking for it. */
package io.millrace.chassis.config;
