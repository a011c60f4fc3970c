/** How schemas are taken apart, for the engine's own use. */
package io.millrace.contracts.schema;
