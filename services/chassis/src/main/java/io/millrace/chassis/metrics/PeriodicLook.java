package io.millrace.chassis.metrics;

import io.millrace.chassis.loop.Loop;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks a question of the database from time to time, however often somebody scrapes, and remembers the answer: whoever scrapes
 * need not wait for it.
 */
public final class PeriodicLook<T> {

    private final Supplier<T> question;
    private final Duration every;
    private final Loop loop;
    private volatile Optional<T> last = Optional.empty();

    /** @param name of the thread that asks */
    public PeriodicLook(String name, Supplier<T> question, Duration every) {
        this.question = question;
        this.every = every;
        this.loop = new Loop(name, this::look);
    }

    /** What was seen last; empty before the first time, and while the database cannot be asked. */
    public Optional<T> last() {
        return last;
    }

    private Duration look() {
        try {
            last = Optional.of(question.get());
        } catch (Exception e) {
            // Checked ones come here too: the transaction manager throws SQLException without declaring it.
            last = Optional.empty();
            throw e;
        }
        return every;
    }

    public void start() {
        loop.start();
    }

    public void stop() {
        loop.stop();
    }
}
