package io.millrace.testkit.rest;

/**
 * A request that must be refused, as a line of a table.
 *
 * @param what a name for it
 * @param body or null for none
 * @param status what it must get
 * @param blame the field to blame and the reason, as {@link Answer#blame} writes them, or null
 * @param headers names and values in turn
 */
public record BadRequest(
        String what, String method, String path, String body, int status, String blame, String... headers) {}
