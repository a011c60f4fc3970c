package io.millrace.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.millrace.cli.CommandRun;
import io.millrace.cli.FakeShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    @TempDir
    Path folder;

    private final FakeShop shop = new FakeShop();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void placesOrdersAndReportsTheSameFiguresFromEverywhere() throws IOException {
        CommandRun run = run(
                "1,A,HEART,6,d,2.55,7,United Kingdom",
                "1,B,LANTERN,2,d,3.39,7,United Kingdom",
                "2,A,,1,d,0.10,8,France");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Customers   2 added, 0 already there", "Orders      2 added, 0 already there");
        assertThat(run.out())
                .contains("Products    2 added, 0 already there", "Stock       9 pieces of 2 products came in");
        assertThat(run.out().lines().filter(line -> line.contains("22.18 GBP"))).hasSize(4);
        assertThat(shop.customers().get("7"))
                .hasToString("{\"name\":\"Customer 7\",\"address\":{\"country\":\"United Kingdom\"}}");
        assertThat(shop.orders().get("2").toString())
                .contains("\"sku\":\"A\"", "{\"amount\":\"0.10\",\"currency\":\"GBP\"}", "\"customerId\":\"8\"")
                .contains("\"cardToken\":\"tok_approve\"");
    }

    @Test
    void listsEachProductAtTheFirstPriceAndBringsInWhatAllOrdersNeed() throws IOException {
        CommandRun run = run("1,BANK CHARGES,,6,d,2.55,7,UK", "2,BANK CHARGES,FEES,2,d,3,7,UK", "C3,A,,-9,d,1,7,UK");

        assertThat(run.exitCode()).isZero();
        assertThat(shop.products()).containsOnlyKeys("BANK-CHARGES");
        assertThat(shop.products().get("BANK-CHARGES"))
                .hasToString("{\"description\":\"FEES\",\"price\":{\"amount\":\"2.55\",\"currency\":\"GBP\"}}");
        assertThat(shop.restocks().values()).singleElement().hasToString("{\"quantity\":8}");
        assertThat(shop.orders().get("2").toString()).contains("{\"amount\":\"3.00\",\"currency\":\"GBP\"}");
    }

    @Test
    void keepsAProductThatIsListedAlready() throws IOException {
        run("1,A,HEART,6,d,2.55,7,UK");
        CommandRun run = run("2,A,HEART,1,d,3,7,UK");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Products    0 added, 0 already there, 1 already there with other content and kept")
                .contains("Stock       1 pieces of 1 products came in");
    }

    @Test
    void refusesTheOrdersOfAProductThatCannotBeStocked() throws IOException {
        CommandRun run = run("1,A,,2147483647,d,1,7,UK", "2,A,,1,d,1,7,UK", "3,B,,1,d,1,7,UK");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("line 2: a service did not accept it: product A: ");
        assertThat(shop.orders()).containsOnlyKeys("3");
    }

    @Test
    void addsNothingTheSecondTime() throws IOException {
        run("1,A,HEART,6,d,2.55,7,United Kingdom");
        CommandRun second = run("1,A,HEART,6,d,2.55,7,United Kingdom");

        assertThat(second.exitCode()).isZero();
        assertThat(second.out())
                .contains("Customers   0 added, 1 already there", "Orders      0 added, 1 already there")
                .contains("Products    0 added, 1 already there", "Stock       0 pieces of 0 products came in");
        assertThat(shop.restocks()).hasSize(1);
    }

    @Test
    void saysThatTheFilesOrdersAreThereAmongOthers() throws IOException {
        CommandRun alone = run("1,A,HEART,6,d,2.55,7,United Kingdom");
        CommandRun amongOthers = run("2,A,HEART,6,d,2.55,7,United Kingdom");

        assertThat(alone.out())
                .contains("1 of the file's 1 orders are in orders;")
                .doesNotContain("from elsewhere");
        assertThat(amongOthers.out())
                .contains("1 of the file's 1 orders are in orders;", "it holds orders from elsewhere");
    }

    @Test
    void aSecondCurrencyStandsBelowTheFirst() throws IOException {
        shop.orders().put("elsewhere", new JsonMapper().readTree("""
                {"customerId": "9", "lines": [{"quantity": 3, "unitPrice": {"amount": "65.435", "currency": "EUR"}}]}"""));

        CommandRun run = run("1,A,HEART,6,d,2.55,7,United Kingdom");

        assertThat(run.out().lines())
                .containsSubsequence(
                        "               orders      lines            revenue   customers",
                        "  this file         1          1          15.30 GBP           1",
                        "  orders            2          2        196.305 EUR           2",
                        "                                          15.30 GBP",
                        "  delivery          2          2                  -           2",
                        "  billing           2          -        196.305 EUR           -",
                        "                                          15.30 GBP");
    }

    @Test
    void refusesByTheRulesWithoutFailing() throws IOException {
        CommandRun run =
                run("C1,A,,-1,d,1,7,UK", "2,A,,1,d,1,,UK", "3,A,,0,d,1,7,UK", "3,B,,1,d,0,7,UK", "3,C,,1,d,1,7,UK");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Refused     4 lines", "1 no customer", "1 the price is not above zero");
        assertThat(Files.readAllLines(folder.resolve("orders.refused.csv")))
                .containsExactly(
                        HEADER + ",Line,Reason",
                        "C1,A,,-1,d,1,7,UK,2,the invoice is a cancellation (its number starts with C)",
                        "2,A,,1,d,1,,UK,3,no customer",
                        "3,A,,0,d,1,7,UK,4,the quantity is not above zero",
                        "3,B,,1,d,0,7,UK,5,the price is not above zero");
    }

    @Test
    void keepsWhatWasAcceptedWhenTheLastLineIsTorn() throws IOException {
        CommandRun run = run("1,A,,1,d,1,7,UK", "2,B,,1,d,1,7,UK", "3,C,HEA");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("line 4: the line cannot be read: the line is torn: it has 3 of 8 columns");
        assertThat(run.err()).contains("1 line was refused").contains("orders.refused.csv");
        assertThat(shop.orders()).containsOnlyKeys("1", "2");
    }

    @Test
    void keepsWhatIsAcceptedAroundAQuoteThatIsNotClosed() throws IOException {
        CommandRun run = run("1,A,,1,d,1,7,UK", "2,B,\"HEART,1,d,1,7,UK", "3,C,\"A, B\",1,d,1,7,UK");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("line 3: the line cannot be read: a quote is not closed");
        assertThat(shop.orders()).containsOnlyKeys("1", "3");
    }

    @Test
    void importsTheRepairedFileOfRefusedLines() throws IOException {
        run("1,A,,1,d,1,7,UK", "2,B,,1,d,1,7,UK", "2,C,,x,d,1,7,UK");
        Path refused = folder.resolve("orders.refused.csv");
        Files.writeString(refused, Files.readString(refused).replace("2,C,,x,", "2,C,,5,"));

        CommandRun run = imported(refused);

        assertThat(run.exitCode()).isZero();
        assertThat(shop.orders().get("2").path("lines")).hasSize(2);
    }

    @Test
    void writesNothingWithoutAHeader() throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), "1,A,,1,d,1,7,UK\n");

        CommandRun run = imported(file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("Line 1 must be the header, but these columns are missing: InvoiceNo");
        assertThat(shop.customers()).isEmpty();
    }

    @Test
    void goesOnWhenAServiceFailsForAWhile() throws IOException {
        shop.fail(25);

        assertThat(run(manyLines()).exitCode()).isZero();
        assertThat(shop.orders()).hasSize(200);
    }

    @Test
    void goesOnWhenAServiceIsAwayForAWhile() throws IOException {
        shop.goAway();
        CompletableFuture<Void> back = CompletableFuture.runAsync(shop::comeBack);

        assertThat(run(manyLines()).exitCode()).isZero();
        back.join();
        assertThat(shop.orders()).hasSize(200);
    }

    @Test
    void givesUpWhenNothingAnswers() throws IOException {
        shop.goAway();

        CommandRun run = run("1,A,,1,d,1,7,UK");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("Given up after 2 s at http://127.0.0.1:")
                .contains("nothing answers there");
        shop.comeBack();
    }

    @Test
    void reportsAnOrderThatIsThereWithOtherContent() throws IOException {
        run("1,A,,1,d,1,7,UK");
        CommandRun run = run("1,A,,2,d,1,7,UK");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("line 2: a service did not accept it: 1 is there with other content");
    }

    @Test
    void keepsACustomerWhoHasChangedSince() throws IOException {
        run("1,A,,1,d,1,7,UK");
        CommandRun run = run("1,A,,1,d,1,7,France");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("1 already there with other content and kept");
    }

    @Test
    void refusesTheOrdersOfAnErasedCustomer() throws IOException {
        shop.erase("7");
        CommandRun run = run("1,A,,1,d,1,7,UK", "2,A,,1,d,1,8,UK");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("line 2: a service did not accept it: customer 7 was erased");
        assertThat(shop.orders()).containsOnlyKeys("2");
    }

    @Test
    void waitsUntilEveryProjectionIsUpToDate() throws IOException {
        shop.lag(5);
        assertThat(run("1,A,,1,d,1,7,UK").exitCode()).isZero();

        shop.lag(Integer.MAX_VALUE);
        assertThat(run("1,A,,1,d,1,7,UK").err())
                .startsWith("Not everything has arrived everywhere: delivery has not handled every event yet");
    }

    private static String[] manyLines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lines.add("%d,A,,1,d,1,%d,UK".formatted(i, i % 20));
        }
        return lines.toArray(String[]::new);
    }

    private CommandRun run(String... lines) throws IOException {
        return imported(Files.writeString(folder.resolve("orders.csv"), HEADER + "\n" + String.join("\n", lines)));
    }

    private CommandRun imported(Path file) {
        String url = shop.url().toString();
        return CommandRun.of(
                "import",
                file.toString(),
                "--customers",
                url,
                "--orders",
                url,
                "--delivery",
                url,
                "--inventory",
                url,
                "--billing",
                url,
                "--patience",
                "2");
    }
}
