/** A service as small as can be, for tests to look through: a mill that takes grain and makes flour. */
package io.millrace.asyncapi.mill;
