package io.millrace.cli;

/** So many of something, for people: {@code 1 event}, {@code 2,000 events}. */
public final class Count {

    private Count() {}

    /** @param one the word for one of them, whose plural ends in s */
    public static String of(long count, String one) {
        return "%,d %s".formatted(count, count == 1 ? one : one + "s");
    }
}
