/**
 * Whether a newer minor version of a schema is one that everybody can live with: stored events still fit it, and readers
 * of the older one still understand what is sent by the newer one.
 */
package io.millrace.contracts.compatibility;
