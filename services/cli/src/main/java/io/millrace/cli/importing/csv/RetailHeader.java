package io.millrace.cli.importing.csv;

import io.millrace.cli.CommandFailure;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The first line: which column stands where. The order is free, and further columns are allowed. */
public final class RetailHeader {

    private final List<String> titles;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);

    private RetailHeader(List<String> titles) {
        this.titles = titles;
        for (Column column : Column.values()) {
            int place = place(column);
            if (place >= 0) {
                places.put(column, place);
            }
        }
    }

    /** @throws CommandFailure columns are missing; the sentence names line 1 and the columns */
    static RetailHeader parse(String line) {
        List<String> titles = RecordReader.parsed(line).orElse(List.of(line));
        RetailHeader header =
                new RetailHeader(titles.stream().map(String::strip).toList());
        String missing = header.missing();
        if (!missing.isEmpty()) {
            throw new CommandFailure("Line 1 must be the header, but these columns are missing: " + missing + ".");
        }
        return header;
    }

    public List<String> titles() {
        return titles;
    }

    String field(List<String> fields, Column column) {
        int place = places.get(column);
        return place < fields.size() ? fields.get(place) : "";
    }

    private String missing() {
        return Arrays.stream(Column.values())
                .filter(column -> !places.containsKey(column))
                .map(Column::title)
                .collect(Collectors.joining(", "));
    }

    private int place(Column column) {
        return titles.stream().map(RetailHeader::folded).toList().indexOf(folded(column.title()));
    }

    private static String folded(String title) {
        return title.toLowerCase(Locale.ROOT);
    }
}
