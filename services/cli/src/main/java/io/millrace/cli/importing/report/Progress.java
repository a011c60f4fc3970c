package io.millrace.cli.importing.report;

import io.millrace.cli.Terminal;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far something is. */
public sealed interface Progress extends AutoCloseable {

    /** One more is done. Safe for use by many threads. */
    void step();

    @Override
    void close();

    /** A bar for a person at a terminal, a few lines where output goes to a file. */
    static Progress of(String title, long total, PrintWriter out) {
        return Terminal.find().isPresent() ? new Bar(title, total) : new Lines(title, total, out);
    }

    /** Drawn on standard error, over and over in one line. */
    final class Bar implements Progress {

        private static final int INTERVAL_MILLIS = 100;

        private final ProgressBar bar;

        Bar(String title, long total) {
            bar = new ProgressBarBuilder()
                    .setTaskName(title)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(INTERVAL_MILLIS)
                    .showSpeed()
                    .build();
        }

        @Override
        public void step() {
            bar.step();
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** A line at each quarter. */
    final class Lines implements Progress {

        private static final int PARTS = 4;

        private final String title;
        private final long total;
        private final PrintWriter out;
        private long done;

        Lines(String title, long total, PrintWriter out) {
            this.title = title;
            this.total = total;
            this.out = out;
        }

        @Override
        public synchronized void step() {
            done++;
            if (done * PARTS / total != (done - 1) * PARTS / total) {
                out.println("%s %,d of %,d".formatted(title, done, total));
                out.flush();
            }
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}
