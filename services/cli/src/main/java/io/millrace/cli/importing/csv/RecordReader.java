package io.millrace.cli.importing.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Makes records of lines.
 *
 * <p>Each physical line is given to the CSV parser by itself. A quote that is open at the end of a line may close in
 * one of the next few lines; when no whole record comes out of that, the line with the open quote alone is broken, and
 * reading goes on behind it. A parser of the whole file would take everything up to the next quote, or to the end of
 * the file, for one field.
 */
final class RecordReader {

    private static final int LINES_OF_A_RECORD = 20;
    private static final CsvReaderBuilder STRICT = CsvReader.builder().allowUnclosedQuote(false);

    private final PhysicalLines lines;
    private final RetailHeader header;

    RecordReader(PhysicalLines lines, RetailHeader header) {
        this.lines = lines;
        this.header = header;
    }

    /** The next record, null behind the last one. */
    RetailLine next() throws IOException {
        skipEmpty();
        String first = lines.peek(0);
        if (first == null) {
            return null;
        }
        long number = lines.taken() + 1;
        Optional<List<String>> fields = parsed(first);
        if (fields.isPresent()) {
            lines.take(1);
            return record(number, fields.get());
        }
        if (!endsInsideQuotes(first)) {
            lines.take(1);
            return broken(number, first, "there are characters behind a closing quote");
        }
        return acrossLines(number, first);
    }

    private RetailLine acrossLines(long number, String first) throws IOException {
        StringBuilder text = new StringBuilder(first);
        for (int more = 1; more < LINES_OF_A_RECORD && lines.peek(more) != null; more++) {
            text.append('\n').append(lines.peek(more));
            Optional<List<String>> fields = parsed(text.toString());
            if (fields.isPresent() && fields.get().size() == header.titles().size()) {
                lines.take(more + 1);
                return record(number, fields.get());
            }
        }
        lines.take(1);
        return broken(number, first, "a quote is not closed");
    }

    private RetailLine record(long number, List<String> fields) {
        int wanted = header.titles().size();
        if (fields.size() == wanted) {
            return new RetailLine.Whole(number, header, fields);
        }
        String reason = fields.size() < wanted
                ? "the line is torn: it has %d of %d columns".formatted(fields.size(), wanted)
                : "the line has %d columns, the header has %d".formatted(fields.size(), wanted);
        return new RetailLine.Broken(number, header, fields, reason);
    }

    private RetailLine broken(long number, String line, String reason) {
        return new RetailLine.Broken(number, header, List.of(line.split(",", -1)), reason);
    }

    private void skipEmpty() throws IOException {
        while (lines.peek(0) != null && lines.peek(0).isBlank()) {
            lines.take(1);
        }
    }

    private static boolean endsInsideQuotes(String line) {
        return line.chars().filter(character -> character == '"').count() % 2 == 1;
    }

    static Optional<List<String>> parsed(String text) {
        try {
            return Optional.of(STRICT.ofSingleCsvRecord(text).getFields());
        } catch (CsvParseException unreadable) {
            return Optional.empty();
        }
    }
}
