/** Lists in pages, with a cursor that the caller hands back to get the next one. */
package io.millrace.chassis.page;
