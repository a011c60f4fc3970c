package io.millrace.cli.up;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows what is added to a log file from now on, each line behind the part's name. */
final class LogStream implements AutoCloseable {

    private static final long PAUSE_MILLIS = 100;

    private final String part;
    private final Path log;
    private final PrintWriter out;
    private final long from;
    private final Thread thread;

    LogStream(String part, Path log, PrintWriter out) {
        this.part = part;
        this.log = log;
        this.out = out;
        this.from = log.toFile().length();
        this.thread = Thread.ofVirtual().name("log of " + part).unstarted(this::follow);
    }

    LogStream start() {
        thread.start();
        return this;
    }

    private void follow() {
        try {
            while (!Files.exists(log)) {
                Thread.sleep(PAUSE_MILLIS);
            }
            try (InputStream bytes = Files.newInputStream(log)) {
                bytes.skipNBytes(from);
                follow(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
            }
        } catch (IOException unreadable) {
            out.println("%-10s | (its log cannot be read any more: %s)".formatted(part, unreadable.getMessage()));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(BufferedReader reader) throws IOException, InterruptedException {
        while (true) {
            String line = reader.readLine();
            if (line == null) {
                out.flush();
                Thread.sleep(PAUSE_MILLIS);
            } else {
                out.println("%-10s | %s".formatted(part, line));
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
