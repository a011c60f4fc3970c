package io.millrace.cli.importing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.millrace.cli.importing.csv.RetailFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderPlannerTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    @TempDir
    Path folder;

    private final List<PlannedOrder> orders = new ArrayList<>();
    private final List<RefusedLine> refused = new ArrayList<>();
    private FileSurvey survey;

    @Test
    void makesAnOrderOfAnInvoice() throws IOException {
        plan("1,A,HEART,6,d,2.55,17850,United Kingdom", "1,B,LANTERN,2,d,3.390,17850,United Kingdom");

        assertThat(orders).singleElement().satisfies(order -> {
            assertThat(order.id()).isEqualTo("1");
            assertThat(order.customerId()).isEqualTo("17850");
            assertThat(order.lines()).extracting(PlannedLine::sku).containsExactly("A", "B");
            assertThat(order.total()).isEqualByComparingTo(new BigDecimal("22.08"));
        });
        assertThat(survey.countries()).containsExactlyEntriesOf(java.util.Map.of("17850", "United Kingdom"));
    }

    @Test
    void bringsTogetherTheLinesOfAnInvoiceWhereverTheyStand() throws IOException {
        plan("1,A,,1,d,1,7,UK", "2,B,,1,d,1,8,UK", "1,C,,1,d,1,7,UK");

        assertThat(orders).extracting(PlannedOrder::id).containsExactly("2", "1");
        assertThat(orders.getLast().lines()).extracting(PlannedLine::sku).containsExactly("A", "C");
    }

    @Test
    void refusesACancellationAndAnInvoiceWithoutCustomer() throws IOException {
        plan("C1,A,,-1,d,1,7,UK", "2,B,,1,d,1,,UK");

        assertThat(orders).isEmpty();
        assertRefused(tuple(2L, Reason.CANCELLATION), tuple(3L, Reason.NO_CUSTOMER));
        assertThat(survey.countries()).containsOnlyKeys("7");
    }

    @Test
    void refusesALineWithoutQuantityOrPriceAndLetsTheOthersOfItsInvoiceGoOn() throws IOException {
        plan("1,A,,0,d,1,7,UK", "1,B,,-3,d,1,7,UK", "1,C,,3,d,0.00,7,UK", "1,D,,3,d,-1,7,UK", "1,E,,3,d,1,7,UK");

        assertThat(orders)
                .singleElement()
                .satisfies(order ->
                        assertThat(order.lines()).extracting(PlannedLine::sku).containsExactly("E"));
        assertRefused(
                tuple(2L, Reason.QUANTITY_NOT_ABOVE_ZERO),
                tuple(3L, Reason.QUANTITY_NOT_ABOVE_ZERO),
                tuple(4L, Reason.PRICE_NOT_ABOVE_ZERO),
                tuple(5L, Reason.PRICE_NOT_ABOVE_ZERO));
    }

    @Test
    void refusesALineThatNobodyCanPay() throws IOException {
        plan("1,A,,1,d,0.001,7,UK", "2,A,,4,d,0.001,7,UK", "2,B,,5,d,0.001,7,UK");

        assertThat(orders).singleElement().satisfies(order -> {
            assertThat(order.id()).isEqualTo("2");
            assertThat(order.lines()).extracting(PlannedLine::sku).containsExactly("B");
        });
        assertRefused(tuple(2L, Reason.LESS_THAN_A_PENNY), tuple(3L, Reason.LESS_THAN_A_PENNY));
        assertThat(refused).allMatch(line -> line.reason().byRule());
    }

    @Test
    void makesNoOrderOfAnInvoiceWithNoLineLeft() throws IOException {
        plan("1,A,,0,d,1,7,UK");

        assertThat(orders).isEmpty();
    }

    @Test
    void namesTheFieldThatCannotBeRead() throws IOException {
        plan(
                "1,A,,x,d,1,7,UK",
                "1,A,,2147483648,d,1,7,UK",
                "1,A,,1,d,1.00001,7,UK",
                "1,A,,1,d,1e3,7,UK",
                "1.0,A,,1,d,1,7,UK",
                "1,A,,1,d,1,7 8,UK",
                "1, ,,1,d,1,7,UK",
                "1," + "A".repeat(65) + ",,1,d,1,7,UK");

        assertThat(refused)
                .extracting(RefusedLine::text)
                .containsExactly(
                        "a field cannot be read: Quantity 'x' is no whole number up to 2147483647",
                        "a field cannot be read: Quantity '2147483648' is no whole number up to 2147483647",
                        "a field cannot be read: UnitPrice '1.00001' has more than four decimals",
                        "a field cannot be read: UnitPrice '1e3' is no decimal number",
                        "a field cannot be read: InvoiceNo '1.0' is no id of letters, digits, '-' and '_'",
                        "a field cannot be read: CustomerID '7 8' is no id of letters, digits, '-' and '_'",
                        "a field cannot be read: StockCode '' is empty",
                        "a field cannot be read: StockCode '" + "A".repeat(65) + "' is longer than 64 characters");
        assertThat(refused).noneMatch(line -> line.reason().byRule());
    }

    @Test
    void makesAnSkuOfAStockCode() throws IOException {
        plan("1,BANK CHARGES,,1,d,1,7,UK", "1,85123a,,1,d,1,7,UK", "1,85123A,,1,d,1,7,UK", "1,é/1,,1,d,1,7,UK");

        assertThat(orders.getFirst().lines())
                .extracting(PlannedLine::sku)
                .containsExactly("BANK-CHARGES", "85123a", "85123A", "--1");
    }

    @Test
    void holdsAnOrderBackWhenOneOfItsLinesIsTorn() throws IOException {
        plan("1,A,,1,d,1,7,UK", "2,B,,1,d,1,7,UK", "2,C,HEA");

        assertThat(orders).extracting(PlannedOrder::id).containsExactly("1");
        assertRefused(tuple(3L, Reason.HELD_BACK), tuple(4L, Reason.BROKEN));
    }

    @Test
    void holdsAnOrderBackWhenAFieldOfALineCannotBeRead() throws IOException {
        plan("1,A,,1,d,1,7,UK", "1,B,,x,d,1,7,UK", "1,C,,0,d,1,7,UK", "2,D,,1,d,1,7,UK");

        assertThat(orders).extracting(PlannedOrder::id).containsExactly("2");
        assertRefused(
                tuple(2L, Reason.HELD_BACK), tuple(3L, Reason.UNREADABLE), tuple(4L, Reason.QUANTITY_NOT_ABOVE_ZERO));
    }

    @Test
    void takesATornInvoiceNumberForThatOfTheLineBefore() throws IOException {
        plan("11,A,,1,d,1,7,UK", "22,B,,1,d,1,7,UK", "2");

        assertThat(orders).extracting(PlannedOrder::id).containsExactly("11");
    }

    @Test
    void countsTheFirstCountryOfACustomer() throws IOException {
        plan("1,A,,1,d,1,7,France", "2,B,,1,d,1,7,Germany", "3,C,,1,d,1,8,");

        assertThat(survey.countries()).containsEntry("7", "France").containsEntry("8", "Unspecified");
        assertThat(survey.movedCustomers()).isEqualTo(1);
    }

    @Test
    void refusesALineOfAnotherCustomerThanItsInvoice() throws IOException {
        plan("1,A,,1,d,1,7,UK", "1,B,,1,d,1,8,UK");

        assertThat(orders)
                .singleElement()
                .satisfies(order -> assertThat(order.lines()).hasSize(1));
        assertRefused(tuple(3L, Reason.ANOTHER_CUSTOMER));
    }

    private void assertRefused(org.assertj.core.groups.Tuple... lines) {
        assertThat(refused)
                .extracting(line -> line.line().number(), RefusedLine::reason)
                .containsExactly(lines);
    }

    private void plan(String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), HEADER + "\n" + String.join("\n", lines));
        RetailFile retail = RetailFile.of(file);
        survey = FileSurvey.of(retail);
        new OrderPlanner(survey, orders::add, refused::add, () -> {}).plan(retail);
    }
}
