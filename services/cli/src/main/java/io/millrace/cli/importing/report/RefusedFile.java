package io.millrace.cli.importing.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.millrace.cli.CommandFailure;
import io.millrace.cli.importing.csv.RetailHeader;
import io.millrace.cli.importing.plan.RefusedLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The refused lines as a CSV file in UTF-8: the input's columns, then {@code Line} and {@code Reason}. It can be
 * repaired and imported itself. The file is made with the first refused line; safe for use by many threads.
 */
public final class RefusedFile implements AutoCloseable {

    private static final String LINE = "Line";
    private static final String REASON = "Reason";

    private final Path path;
    private final List<String> titles;
    private final int width;
    private CsvWriter writer;

    public RefusedFile(Path path, RetailHeader header) {
        this.path = path;
        this.width = imported(header.titles())
                ? header.titles().size() - 2
                : header.titles().size();
        this.titles = header.titles().subList(0, width);
    }

    public Path path() {
        return path;
    }

    public synchronized void add(RefusedLine refused) {
        List<String> row = new ArrayList<>(refused.line().fields());
        while (row.size() < width) {
            row.add("");
        }
        row = new ArrayList<>(row.subList(0, width));
        row.add(Long.toString(refused.line().number()));
        row.add(refused.text());
        writer().writeRecord(row);
    }

    private CsvWriter writer() {
        if (writer == null) {
            try {
                writer = CsvWriter.builder().build(path);
            } catch (IOException failure) {
                throw new CommandFailure("The refused lines cannot be written to " + path + ".", failure);
            }
            List<String> header = new ArrayList<>(titles);
            header.addAll(List.of(LINE, REASON));
            writer.writeRecord(header);
        }
        return writer;
    }

    /** Whether the input is itself a file of refused lines. */
    private static boolean imported(List<String> titles) {
        int size = titles.size();
        return size > 2 && titles.subList(size - 2, size).equals(List.of(LINE, REASON));
    }

    @Override
    public synchronized void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
