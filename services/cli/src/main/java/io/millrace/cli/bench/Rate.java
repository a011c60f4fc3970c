package io.millrace.cli.bench;

import io.nats.client.JetStreamApiException;
import java.io.IOException;

/** Events per second of one run. */
record Rate(double perSecond) {

    /** Something that is measured. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, InterruptedException, JetStreamApiException;
    }

    static Rate of(int events, Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try {
            work.run();
        } catch (JetStreamApiException e) {
            throw new IOException(e);
        }
        return new Rate(events * 1e9 / (System.nanoTime() - start));
    }
}
