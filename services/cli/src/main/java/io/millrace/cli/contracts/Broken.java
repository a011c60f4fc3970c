package io.millrace.cli.contracts;

/**
 * A consumer that a change breaks.
 *
 * @param service whose consumer it is
 * @param version what it is handed today
 * @param field what it depends on
 * @param change what becomes of the field
 * @param why how it depends on it
 */
record Broken(String service, String consumer, String version, String field, String change, String why) {}
