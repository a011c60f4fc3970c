/** Calls a service under test over HTTP, and checks what it refuses. */
package io.millrace.testkit.rest;
