/** Whether a body is what its contract says. */
package io.millrace.contracts.validation;
