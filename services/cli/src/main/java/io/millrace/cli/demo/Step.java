package io.millrace.cli.demo;

import java.io.IOException;

/**
 * A step of the demonstration.
 *
 * @param title what is done, for people
 */
record Step(String title, Act act) {

    /** Does it, and returns what was seen. */
    @FunctionalInterface
    interface Act {
        String on(Stage stage) throws IOException, InterruptedException;
    }
}
