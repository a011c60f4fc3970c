package io.millrace.cli.prove.fault;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.cli.prove.fault.OwnedStream.Reader;
import io.millrace.cli.prove.fault.Recovery.Condition;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.MessagingState;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator does about a stream that is damaged or gone, as {@code docs/trouble.md} says: it is deleted, its service
 * and its consumers notice and stop, and the service publishes again all that it has in its archive.
 */
record StreamRepair(OwnedStream stream, Operator operator) {

    private static final Logger LOG = LoggerFactory.getLogger(StreamRepair.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STOPPED = "stopped: ";

    /** Returns when all events are in the outbox again. */
    void run() throws Exception {
        List<Reader> readers = Waiting.forAnswer(stream::readers);
        Waiting.until(
                () -> {
                    stream.delete();
                    return true;
                },
                stream.name() + " cannot be deleted");
        Waiting.until(relayStops(), "the relay of " + stream.name() + " does not stop");
        for (Reader reader : readers) {
            Waiting.until(stops(reader), reader.name() + " does not stop");
        }
        republish();
    }

    /** An instance says that the consumer has stopped because of what became of its stream. */
    Condition stops(Reader reader) {
        return () -> operator.states(reader.service()).stream()
                .map(MessagingState::consumers)
                .flatMap(List::stream)
                .anyMatch(consumer -> consumer.name().equals(reader.name())
                        && consumer.state().startsWith(STOPPED));
    }

    private Condition relayStops() {
        return () -> operator.states(stream.owner()).stream()
                .anyMatch(state -> state.outbox().state().startsWith(STOPPED + "stream " + stream.name()));
    }

    private void republish() throws Exception {
        ObjectNode everything = JSON.createObjectNode().put("dryRun", false);
        long began = System.nanoTime();
        Answer answer = Waiting.forAnswer(
                () -> operator.postAndWait(stream.owner(), "/messaging/outbox/republish", everything));
        LOG.info(
                "{}: {} events are in the outbox again after {} ms",
                stream.name(),
                answer.body().path("count").asLong(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
    }
}
