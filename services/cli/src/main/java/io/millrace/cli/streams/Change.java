package io.millrace.cli.streams;

import io.millrace.chassis.stream.Difference;

/**
 * A field that differs, and what comes of changing it.
 *
 * @param why for people, empty where there is nothing to say
 */
record Change(Difference difference, Verdict verdict, String why) {

    static Change safe(Difference difference) {
        return new Change(difference, Verdict.SAFE, "");
    }

    static Change loses(Difference difference, String why) {
        return new Change(difference, Verdict.LOSES, why);
    }

    static Change impossible(Difference difference) {
        return new Change(difference, Verdict.IMPOSSIBLE, "the server does not change it once the stream is there");
    }

    boolean isSafe() {
        return verdict == Verdict.SAFE;
    }
}
