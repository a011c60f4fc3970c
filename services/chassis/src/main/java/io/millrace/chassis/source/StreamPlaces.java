package io.millrace.chassis.source;

import io.millrace.chassis.nats.NatsLink;
import io.millrace.chassis.stream.StreamLeader;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.MessageInfo;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Finds places in a stream. */
@Singleton
public class StreamPlaces {

    private final NatsLink nats;
    private final EventSources sources;

    StreamPlaces(NatsLink nats, EventSources sources) {
        this.nats = nats;
        this.sources = sources;
    }

    /**
     * Where a stream begins and ends.
     *
     * @throws SourceUnavailableException if it cannot be asked now
     */
    public StreamState of(String stream) {
        return sources.of(stream).state();
    }

    /**
     * The position that somebody means: {@code start}, {@code end}, a sequence, or a time (RFC 3339).
     *
     * @throws IllegalArgumentException if it is none of these, or behind the end of the stream; the message says what it
     *     must be
     * @throws SourceUnavailableException if the stream cannot be asked now
     */
    public long find(String stream, String word) {
        return switch (word) {
            case "start" -> 0;
            case "end" -> of(stream).lastSequence();
            default ->
                word.matches("[0-9]{1,18}") ? sequence(stream, Long.parseLong(word)) : before(stream, time(word));
        };
    }

    private long sequence(String stream, long sequence) {
        long end = of(stream).lastSequence();
        if (sequence > end) {
            throw new IllegalArgumentException("must be " + end + " at most, where stream " + stream + " ends");
        }
        return sequence;
    }

    private static Instant time(String word) {
        try {
            return Instant.parse(word);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "must be start, end, a sequence, or a time like 2026-01-31T10:00:00Z", e);
        }
    }

    /**
     * The position behind which the first event stands that was stored at or after a time; the end if there is none.
     *
     * @throws SourceUnavailableException if the stream cannot be asked now
     */
    public long before(String stream, Instant time) {
        Connection connection = nats.connection().orElseThrow(() -> new SourceUnavailableException("waiting for NATS"));
        StreamState state = of(stream);
        long from = Math.max(1, state.firstSequence());
        long to = state.lastSequence() + 1;
        try {
            // Asking in the middle again and again needs no consumer, and so no right to make one.
            while (from < to) {
                long middle = from + (to - from) / 2;
                Optional<MessageInfo> found = StreamLeader.firstFrom(connection, stream, middle);
                if (found.isPresent() && found.get().getTime().toInstant().isBefore(time)) {
                    from = found.get().getSeq() + 1;
                } else {
                    to = middle;
                }
            }
            return from - 1;
        } catch (IOException | JetStreamApiException e) {
            throw new SourceUnavailableException(stream + ": " + e.getMessage(), e);
        }
    }
}
