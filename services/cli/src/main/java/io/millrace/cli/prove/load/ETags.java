package io.millrace.cli.prove.load;

import io.millrace.cli.rest.Answer;

/** Versions as entity tags. */
final class ETags {

    private ETags() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /** 0 if the answer names none. */
    static long version(Answer answer) {
        String digits = answer.etag().replace("\"", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
