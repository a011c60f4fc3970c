package io.millrace.cli.importing.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lines of a text with their numbers from 1 on, and a look ahead at those not taken yet. */
final class PhysicalLines implements AutoCloseable {

    private final BufferedReader reader;
    private final Deque<String> ahead = new ArrayDeque<>();
    private long taken;

    PhysicalLines(BufferedReader reader) {
        this.reader = reader;
    }

    /** How many lines have been taken, which is the number of the last one. */
    long taken() {
        return taken;
    }

    /** The line that many behind the next one, null behind the end. */
    String peek(int distance) throws IOException {
        while (ahead.size() <= distance) {
            String line = reader.readLine();
            if (line == null) {
                return null;
            }
            ahead.add(line);
        }
        return ahead.stream().skip(distance).findFirst().orElse(null);
    }

    /** Takes as many lines as were peeked at. */
    void take(int count) {
        for (int i = 0; i < count; i++) {
            ahead.removeFirst();
            taken++;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
