/** What the build asks of a folder of contracts, and how a new version is published. */
package io.millrace.contracts.rules;
