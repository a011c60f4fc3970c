/** What class files say: handlers, emitted events, and the fields of events that code reads. Nothing is loaded or run. */
package io.millrace.asyncapi.code;
