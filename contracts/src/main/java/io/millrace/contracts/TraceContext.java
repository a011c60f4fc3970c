package io.millrace.contracts;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The place in a trace that headers tell, as in W3C Trace Context. Values that are not well-formed are passed over, as it asks
 * for: what a caller or a foreign writer gets wrong there must not keep anything from being done.
 *
 * @param parent {@code traceparent}
 * @param state {@code tracestate}; empty where there is no parent
 */
public record TraceContext(Optional<String> parent, Optional<String> state) {

    private static final Pattern PARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern STATE = Pattern.compile("[\\x20-\\x7e]{1,512}");

    public TraceContext {
        parent = parent.filter(value -> PARENT.matcher(value).matches());
        state = parent.isPresent() ? state.filter(value -> STATE.matcher(value).matches()) : Optional.empty();
    }

    /** @param header gives the value of a header by its lower-case name, or null */
    public static TraceContext read(Function<String, String> header) {
        return new TraceContext(
                Optional.ofNullable(header.apply("traceparent")), Optional.ofNullable(header.apply("tracestate")));
    }

    /** The id that all of the trace has: the second of the four parts of {@code traceparent}. */
    public Optional<String> traceId() {
        return parent.map(value -> value.split("-")[1]);
    }
}
