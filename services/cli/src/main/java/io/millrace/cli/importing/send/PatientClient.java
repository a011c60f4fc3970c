package io.millrace.cli.importing.send;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.CommandFailure;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.RestClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * Sends what may be sent twice without harm, again and again until there is an answer that counts. A service that is
 * killed and started again in the meantime is noticed only as a delay.
 */
final class PatientClient {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final RestClient rest;
    private final Patience patience;

    PatientClient(RestClient rest, Patience patience) {
        this.rest = rest;
        this.patience = patience;
    }

    /**
     * @param notYet an answer that may be another one a little later; returned only when patience is over
     * @throws CommandFailure nothing has gone on for longer than patience allows
     */
    Answer put(URI uri, JsonNode body, Predicate<Answer> notYet) {
        return persist(uri, () -> rest.put(uri, body), notYet);
    }

    /** @throws CommandFailure nothing has gone on for longer than patience allows */
    Answer get(URI uri) {
        return persist(uri, () -> rest.get(uri), _ -> false);
    }

    private Answer persist(URI uri, Request request, Predicate<Answer> notYet) {
        Instant began = patience.now();
        Duration pause = FIRST_PAUSE;
        while (true) {
            String trouble;
            try {
                Answer answer = request.send();
                boolean wait = notYet.test(answer);
                if (!wait && !answer.transientFailure()) {
                    patience.progress();
                    return answer;
                }
                if (wait && patience.isOverSince(began) && !patience.isOver()) {
                    return answer;
                }
                trouble = answer.problem();
            } catch (IOException unreachable) {
                trouble = "nothing answers there";
            }
            if (patience.isOverSince(began) && patience.isOver()) {
                throw givenUp(uri, trouble);
            }
            pause = pause(pause);
        }
    }

    private CommandFailure givenUp(URI uri, String trouble) {
        return new CommandFailure(
                "Given up after %d s at %s (%s): see what ./millrace status says, then import again; what was accepted stays accepted."
                        .formatted(patience.limit().toSeconds(), uri, trouble));
    }

    private static Duration pause(Duration pause) {
        try {
            long millis = pause.toMillis();
            Thread.sleep(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("The import was interrupted.", interrupted);
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    @FunctionalInterface
    private interface Request {
        Answer send() throws IOException;
    }
}
