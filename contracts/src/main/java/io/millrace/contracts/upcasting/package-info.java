/** Old events in their newest form, so that code only ever sees that one. */
package io.millrace.contracts.upcasting;
