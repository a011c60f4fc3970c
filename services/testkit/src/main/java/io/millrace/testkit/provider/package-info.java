/** A payment provider for tests and for the shop on one machine: real HTTP, no real money. */
package io.millrace.testkit.provider;
