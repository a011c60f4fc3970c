package io.millrace.cli.importing.csv;

import io.millrace.cli.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** An "Online Retail" file, in UTF-8 or ISO-8859-1, read record by record with little memory, as often as one likes. */
public final class RetailFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final Charset charset;

    private RetailFile(Path file, Charset charset) {
        this.file = file;
        this.charset = charset;
    }

    /** @throws CommandFailure there is no such file, or it cannot be read */
    public static RetailFile of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("There is no file " + file + ".");
        }
        try {
            return new RetailFile(file, Encoding.of(file));
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    public Charset charset() {
        return charset;
    }

    /** @throws CommandFailure line 1 is not the header */
    public RetailHeader header() {
        try (PhysicalLines lines = open()) {
            return header(lines);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    /**
     * Hands over each record behind the header, in the order of the file. Empty lines are left out.
     *
     * @throws CommandFailure line 1 is not the header
     */
    public void forEach(Consumer<RetailLine> sink) {
        try (PhysicalLines lines = open()) {
            RecordReader records = new RecordReader(lines, header(lines));
            for (RetailLine line = records.next(); line != null; line = records.next()) {
                sink.accept(line);
            }
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    private PhysicalLines open() throws IOException {
        return new PhysicalLines(new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset)));
    }

    private static RetailHeader header(PhysicalLines lines) throws IOException {
        String first = lines.peek(0);
        if (first == null) {
            throw new CommandFailure("Line 1 must be the header, but the file is empty.");
        }
        lines.take(1);
        return RetailHeader.parse(first.startsWith(BYTE_ORDER_MARK) ? first.substring(1) : first);
    }

    private static CommandFailure unreadable(Path file, IOException failure) {
        return new CommandFailure(file + " cannot be read: " + failure.getMessage() + ".", failure);
    }
}
