/** Which events there are: every type in every version, with its schema and its samples. */
package io.millrace.contracts.registry;
