/** What is emitted is what its contract says, and what was stored in an older version is read in the newest one. */
package io.millrace.chassis.contract;
