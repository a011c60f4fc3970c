package io.millrace.chassis.rest;

/** The entity tag of an aggregate: its version in quotes. */
public final class EntityTag {

    private EntityTag() {}

    /** The value of an {@code ETag} header, for example {@code "3"} with its quotes. */
    public static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }
}
