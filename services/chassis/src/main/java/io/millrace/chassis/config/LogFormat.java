package io.millrace.chassis.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How log lines are written, as {@code MILLRACE_LOGS} says. Logback reads the same, for it writes before anything else runs. */
enum LogFormat {
    TEXT,
    JSON;

    private static final Logger LOG = LoggerFactory.getLogger(LogFormat.class);
    private static final String VARIABLE = "MILLRACE_LOGS";

    /** Text where nothing is said, and where it is nothing that is known, which is told in a line. */
    static LogFormat current() {
        String wanted = Optional.ofNullable(System.getProperty(VARIABLE)).orElse(System.getenv(VARIABLE));
        return wanted == null || wanted.isEmpty() ? TEXT : of(wanted);
    }

    static LogFormat of(String wanted) {
        return Arrays.stream(values())
                .filter(format -> wanted.equals(format.name())
                        || wanted.equals(format.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseGet(() -> {
                    LOG.warn("{} is '{}', but json or text is what can be written; this is text", VARIABLE, wanted);
                    return TEXT;
                });
    }
}
