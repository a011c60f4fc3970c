package io.millrace.contracts.compatibility;

/** Something that is not the same in two schemas, and may not differ. */
record Change(String field, String what) {}
