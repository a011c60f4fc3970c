/** Refusals over REST as problem documents of RFC 9457: which status, which field, and why, in words. */
package io.millrace.chassis.problem;
