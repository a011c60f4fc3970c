package io.millrace.cli.images;

import java.io.PrintWriter;

/**
 * Tells people what is done now, and programs what has come of it.
 *
 * @param progress for who watches
 * @param results a line for each image, as soon as it is where it should be
 */
record Stages(PrintWriter progress, PrintWriter results) {

    void begins(String stage) {
        say(progress, stage);
    }

    void written(String where, String digest) {
        say(results, "%s  %s".formatted(where, digest));
    }

    private static void say(PrintWriter writer, String line) {
        writer.println(line);
        writer.flush();
    }
}
