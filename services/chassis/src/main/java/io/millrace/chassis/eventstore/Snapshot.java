package io.millrace.chassis.eventstore;

/** What an aggregate had become, as JSON. */
record Snapshot(String id, long version, String body) {}
