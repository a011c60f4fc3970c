package io.millrace.chassis.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.api.MessageInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * What the leader of a stream says. The client asks whichever replica answers first where a stream allows that, and one that
 * lags does not have the newest messages yet: its "nothing there" proves nothing.
 */
public final class StreamLeader {

    /** The server's JSNoMessageFoundErr: the stream is there. */
    private static final int NO_MESSAGE = 10_037;

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private StreamLeader() {}

    /**
     * The message at a sequence; empty if it was deleted, or has never been.
     *
     * @throws IOException nobody answers
     */
    public static Optional<MessageInfo> at(Connection connection, String stream, long sequence)
            throws IOException, JetStreamApiException {
        return get(connection, stream, "{\"seq\":" + sequence + "}");
    }

    /**
     * The first message at a sequence or behind it; empty if the stream holds none.
     *
     * @throws IOException nobody answers
     */
    public static Optional<MessageInfo> firstFrom(Connection connection, String stream, long sequence)
            throws IOException, JetStreamApiException {
        return get(connection, stream, "{\"seq\":" + sequence + ",\"next_by_subj\":\">\"}");
    }

    private static Optional<MessageInfo> get(Connection connection, String stream, String which)
            throws IOException, JetStreamApiException {
        try {
            Message reply = connection.request("$JS.API.STREAM.MSG.GET." + stream, which.getBytes(UTF_8), TIMEOUT);
            if (reply == null) {
                throw new IOException(stream + " does not say what it holds");
            }
            return Optional.of(new MessageInfo(reply, stream, false).throwOnHasError());
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == NO_MESSAGE) {
                return Optional.empty();
            }
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
