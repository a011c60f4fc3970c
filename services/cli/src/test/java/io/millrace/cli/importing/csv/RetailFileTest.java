package io.millrace.cli.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.cli.CommandFailure;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailFileTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
    private static final String GOOD = "1,A,HEART,6,d,2.55,7,UK";

    @TempDir
    Path folder;

    @Test
    void readsQuotesCommasAndTrailingBlanks() throws IOException {
        List<RetailLine> lines = read(HEADER, "1,A,\"RECORD FRAME 7\"\", SINGLE \",6,d,2.55,7,UK");

        assertThat(lines.getFirst().fields()).contains("RECORD FRAME 7\", SINGLE ");
    }

    @Test
    void readsAFieldOverTwoLines() throws IOException {
        List<RetailLine> lines = read(HEADER, "1,A,\"TWO", "LINES\",6,d,2.55,7,UK", GOOD);

        assertThat(lines).hasSize(2).allMatch(RetailLine.Whole.class::isInstance);
        assertThat(lines.getFirst().field(Column.DESCRIPTION)).isEqualTo("TWO\nLINES");
        assertThat(lines.getLast().number()).isEqualTo(4);
    }

    @Test
    void findsTheColumnsInAnyOrderAndBehindAByteOrderMark() throws IOException {
        List<RetailLine> lines = read(
                "\uFEFFCountry,Extra,InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID",
                "UK,x,1,A,H,6,2,7");

        assertThat(lines.getFirst().field(Column.INVOICE_NO)).isEqualTo("1");
        assertThat(lines.getFirst().field(Column.COUNTRY)).isEqualTo("UK");
    }

    @Test
    void readsIso88591WhereTheFileIsNoUtf8() throws IOException {
        assertThat(readAs(StandardCharsets.ISO_8859_1, HEADER, "1,A,CAF\u00C9 \u00A3,6,d,2.55,7,UK"))
                .singleElement()
                .satisfies(line -> assertThat(line.field(Column.DESCRIPTION)).isEqualTo("CAF\u00C9 \u00A3"));
        assertThat(readAs(StandardCharsets.UTF_8, HEADER, "1,A,CAF\u00C9 \u00A3,6,d,2.55,7,UK"))
                .singleElement()
                .satisfies(line -> assertThat(line.field(Column.DESCRIPTION)).isEqualTo("CAF\u00C9 \u00A3"));
    }

    @Test
    void saysWhichColumnsOfTheHeaderAreMissing() {
        assertThatThrownBy(() -> read("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,Country", GOOD))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("Line 1 must be the header, but these columns are missing: UnitPrice, CustomerID.");
    }

    @Test
    void saysSoWhenThereIsNoHeader() {
        assertThatThrownBy(() -> read(GOOD))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("Line 1 must be the header, but these columns are missing: InvoiceNo,");
        assertThatThrownBy(() -> read("")).isInstanceOf(CommandFailure.class).hasMessageStartingWith("Line 1 must be");
    }

    @Test
    void saysSoWhenTheFileIsEmptyOrMissing() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.csv"));

        assertThatThrownBy(() -> RetailFile.of(empty).header())
                .hasMessage("Line 1 must be the header, but the file is empty.");
        assertThatThrownBy(() -> RetailFile.of(folder.resolve("none.csv")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("none.csv");
    }

    @Test
    void namesTheTornLastLine() throws IOException {
        List<RetailLine> lines = read(HEADER, GOOD, "1,B,LANT");

        assertBroken(lines.get(1), 3, "the line is torn: it has 3 of 8 columns");
    }

    @Test
    void namesTheLineWhoseQuoteIsNotClosedAndReadsOnBehindIt() throws IOException {
        List<RetailLine> lines = read(HEADER, GOOD, "2,B,\"LANTERN,6,d,2.55,7,UK", "3,C,\"A, B\",6,d,2.55,7,UK", GOOD);

        assertThat(lines).hasSize(4);
        assertBroken(lines.get(1), 3, "a quote is not closed");
        assertThat(lines.get(2).field(Column.DESCRIPTION)).isEqualTo("A, B");
    }

    @Test
    void namesTheLastLineWhoseQuoteIsNotClosed() throws IOException {
        assertBroken(read(HEADER, GOOD, "2,B,\"LANT").get(1), 3, "a quote is not closed");
    }

    @Test
    void namesALineWithCharactersBehindAQuoteOrWithTooManyColumns() throws IOException {
        List<RetailLine> lines = read(HEADER, "1,A,\"HEART\"X,6,d,2.55,7,UK", GOOD + ",more", GOOD);

        assertBroken(lines.get(0), 2, "there are characters behind a closing quote");
        assertBroken(lines.get(1), 3, "the line has 9 columns, the header has 8");
        assertThat(lines.get(2)).isInstanceOf(RetailLine.Whole.class);
    }

    @Test
    void leavesOutEmptyLinesButCountsThem() throws IOException {
        assertThat(read(HEADER, "", GOOD, ""))
                .singleElement()
                .satisfies(line -> assertThat(line.number()).isEqualTo(3));
    }

    private static void assertBroken(RetailLine line, long number, String reason) {
        assertThat(line).isInstanceOfSatisfying(RetailLine.Broken.class, broken -> {
            assertThat(broken.number()).isEqualTo(number);
            assertThat(broken.reason()).isEqualTo(reason);
        });
    }

    private List<RetailLine> read(String... lines) throws IOException {
        return readAs(StandardCharsets.UTF_8, lines);
    }

    private List<RetailLine> readAs(Charset charset, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), String.join("\r\n", lines), charset);
        List<RetailLine> read = new ArrayList<>();
        RetailFile.of(file).forEach(read::add);
        return read;
    }
}
