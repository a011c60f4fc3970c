package io.millrace.asyncapi.page;

import java.util.List;

/**
 * Who takes an event.
 *
 * @param durable the consumer
 * @param kinds projection, reaction or both
 * @param version what it is handed
 * @param fields what it reads
 */
record Reader(String durable, List<String> kinds, String version, List<String> fields) {}
