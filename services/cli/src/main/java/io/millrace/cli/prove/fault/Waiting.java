package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.fault.Recovery.Condition;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/** Waits for what must come, however other faults delay it. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final long LOOK_MILLIS = 50;

    private Waiting() {}

    /** @throws TimeoutException it did not come in time; the message says so, and what was seen last */
    static void until(Condition condition, String otherwise) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < end) {
            try {
                if (condition.holds()) {
                    return;
                }
                last = "";
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception notNow) {
                last = ": " + notNow.getMessage();
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new TimeoutException("%s within %d s%s".formatted(otherwise, PATIENCE.toSeconds(), last));
    }

    /** The first answer of somebody who may be away at the moment. */
    static <T> T forAnswer(Callable<T> question) throws Exception {
        Object[] answer = new Object[1];
        until(
                () -> {
                    answer[0] = question.call();
                    return true;
                },
                "nobody answers");
        @SuppressWarnings("unchecked")
        T given = (T) answer[0];
        return given;
    }
}
