package io.millrace.cli.streams;

import io.nats.client.AuthenticationException;
import java.util.Locale;

/** Why no connection comes about, in a sentence. */
final class Unreachable {

    private Unreachable() {}

    static String sentence(String url, Exception failure) {
        if (failure instanceof AuthenticationException || mentions(failure, "authorization")) {
            return "The NATS server at %s does not let this user in.".formatted(url);
        }
        return "No NATS server can be reached at %s: %s.".formatted(url, reason(failure));
    }

    private static boolean mentions(Exception failure, String word) {
        return failure.getMessage() != null
                && failure.getMessage().toLowerCase(Locale.ROOT).contains(word);
    }

    private static String reason(Exception failure) {
        return failure.getMessage() == null
                ? failure.toString()
                : failure.getMessage().replaceFirst("\\.$", "");
    }
}
