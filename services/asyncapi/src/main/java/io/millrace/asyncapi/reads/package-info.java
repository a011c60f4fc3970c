/** What a service emits, handles and reads, as its build writes it down and others look it up. */
package io.millrace.asyncapi.reads;
