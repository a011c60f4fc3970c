package io.millrace.orders.order.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.millrace.orders.order.exposition.Rest.Answer;
import io.millrace.testkit.MillraceTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Bad input: which status, which field, which reason, and nothing written. */
@MillraceTest
class RefusedIT {

    private static final String LINE = """
            {"sku":"A","description":"d","quantity":6,"unitPrice":{"amount":"2.55","currency":"GBP"}}""";
    private static final String ORDER = order(LINE);
    private static final String REASON = "{\"reason\":\"why not\"}";
    private static final String ID_RULE = "id must be 1 to 64 letters, digits, _ or -";
    private static final String WHOLE_NUMBER = "must be a whole number between -2147483648 and 2147483647";
    private static final String DECIMAL =
            "must be a decimal with at most 15 digits before and 4 after the point, for example 2.55";

    @Inject
    Rest rest;

    @Inject
    Customers customers;

    @Inject
    Written written;

    private record Case(
            String what, String method, String path, String body, int status, String blame, String... headers) {}

    @BeforeEach
    void anOrderIsThere() {
        customers.register("ada");
        rest.put("/orders/there", ORDER);
    }

    @TestFactory
    Stream<DynamicTest> bodies() {
        return Stream.of(
                        body("malformed", "{\"customerId\":\"a", null),
                        body("more than one value", ORDER + "}", null),
                        body("empty", "", null),
                        body("null", "null", null),
                        body("an array", "[]", null),
                        body("no customer", "{\"lines\":[" + LINE + "]}", "customerId is required"),
                        body("no lines", "{\"customerId\":\"ada\"}", "lines is required"),
                        body("an empty list of lines", order(), "lines size must be between 1 and 1000"),
                        body(
                                "1001 lines",
                                order(Collections.nCopies(1001, LINE).toArray(String[]::new)),
                                "lines size must be between 1 and 1000"),
                        body("an extra field", "{\"vip\":true}", "vip is not a field that is known here"),
                        body(
                                "an id with a dot as customer",
                                ORDER.replace("ada", "a.da"),
                                "customerId must be 1 to 64 letters, digits, _ or -"))
                .map(this::refused);
    }

    @TestFactory
    Stream<DynamicTest> lines() {
        return Stream.of(
                        line(
                                "an extra field",
                                "\"sku\":\"A\"",
                                "\"sku\":\"A\",\"x\":1",
                                "x is not a field that is known here"),
                        line("no SKU", "\"sku\":\"A\",", "", "sku is required"),
                        line("a blank SKU", "\"A\"", "\" \"", "sku must not be blank"),
                        line("a long SKU", "\"A\"", text(65), "sku size must be between 0 and 64"),
                        line("a NUL", "\"A\"", "\"a\\u0000\"", "sku must not contain control characters"),
                        line("no description", "\"description\":\"d\",", "", "description is required"),
                        line("a long description", "\"d\"", text(501), "description size must be between 0 and 500"),
                        line("no quantity", "\"quantity\":6,", "", "quantity is required"),
                        quantity("0", "must be greater than or equal to 1"),
                        quantity("-1", "must be greater than or equal to 1"),
                        quantity("2147483648", WHOLE_NUMBER),
                        quantity("1.5", WHOLE_NUMBER),
                        quantity("\"6\"", WHOLE_NUMBER),
                        line(
                                "no price",
                                ",\"unitPrice\":{\"amount\":\"2.55\",\"currency\":\"GBP\"}",
                                "",
                                "unitPrice is required"),
                        line("no amount", "\"amount\":\"2.55\",", "", "unitPrice.amount is required"),
                        amount("2.55555", DECIMAL),
                        amount("1e3", DECIMAL),
                        amount("2,55", DECIMAL),
                        amount("1234567890123456", DECIMAL),
                        amount("0", "must be greater than 0"),
                        amount("0.0000", "must be greater than 0"),
                        amount("-2.55", "must be greater than 0"),
                        line("no currency", ",\"currency\":\"GBP\"", "", "unitPrice.currency is required"),
                        line(
                                "a currency in words",
                                "GBP",
                                "pound",
                                "unitPrice.currency must be three capitals, as in ISO 4217"))
                .map(this::refused);
    }

    @TestFactory
    Stream<DynamicTest> orders() {
        return Stream.of(
                        body(
                                "a second currency",
                                order(LINE, LINE.replace("GBP", "EUR")),
                                "lines[1].unitPrice.currency must be GBP, as in the lines before"),
                        body(
                                "a total of sixteen digits",
                                order(LINE.replace("2.55", "999999999999999")),
                                "lines must add up to an amount with at most 15 digits before the point"),
                        new Case(
                                "more text than an event can carry",
                                "PUT",
                                "/orders/x",
                                order(Collections.nCopies(700, LINE.replace("\"d\"", "\"" + "€".repeat(400) + "\""))
                                        .toArray(String[]::new)),
                                413,
                                "lines must have at most 750000 bytes of descriptions and SKUs together"),
                        new Case(
                                "an unknown customer",
                                "PUT",
                                "/orders/x",
                                ORDER.replace("ada", "nobody"),
                                422,
                                "customerId is no customer that is known here; a new one is, once the event of it has"
                                        + " arrived"),
                        new Case("another order", "PUT", "/orders/there", order(LINE, LINE), 409, null))
                .map(this::refused);
    }

    @TestFactory
    Stream<DynamicTest> erasedCustomers() {
        customers.register("eve");
        customers.erase("eve");
        return Stream.of(new Case(
                        "an erased customer",
                        "PUT",
                        "/orders/x",
                        ORDER.replace("ada", "eve"),
                        422,
                        "customerId is a customer who was erased"))
                .map(this::refused);
    }

    @TestFactory
    Stream<DynamicTest> requests() {
        return Stream.of(
                        new Case("an id with a dot", "PUT", "/orders/a.b", ORDER, 400, ID_RULE),
                        new Case("a blank id", "PUT", "/orders/%20", ORDER, 400, ID_RULE),
                        new Case("an id with a blank", "PUT", "/orders/a%20b", ORDER, 400, ID_RULE),
                        new Case("2 MB", "PUT", "/orders/x", ORDER.replace("\"d\"", text(2_000_000)), 413, null),
                        new Case("text", "PUT", "/orders/x", ORDER, 415, null, "Content-Type", "text/plain"),
                        new Case("a wrong method", "DELETE", "/orders/there", null, 405, null),
                        new Case("an unknown id", "GET", "/orders/nothing", null, 404, null),
                        new Case("an unknown id to cancel", "POST", "/orders/nothing/cancellation", REASON, 404, null),
                        cancel("no reason", "{}", 400, "reason is required"),
                        cancel("a blank reason", "{\"reason\":\"\"}", 400, "reason must not be blank"),
                        cancel(
                                "a long reason",
                                "{\"reason\":" + text(501) + "}",
                                400,
                                "reason size must be between 0 and 500"),
                        cancel(
                                "an unknown If-Match",
                                REASON,
                                412,
                                "If-Match must name the current version, \"1\"",
                                "If-Match",
                                "\"nope\""),
                        cancel(
                                "a malformed If-Match",
                                REASON,
                                400,
                                "If-Match must be * or entity tags in double quotes, for example \"3\"",
                                "If-Match",
                                "1"),
                        list("limit=0", "limit must be greater than or equal to 1"),
                        list("limit=201", "limit must be less than or equal to 200"),
                        list("customerId=a.b", "customerId must be 1 to 64 letters, digits, _ or -"),
                        list("cursor=abc", "cursor must be the value of next of the page before"))
                .map(this::refused);
    }

    private DynamicTest refused(Case bad) {
        return dynamicTest(bad.what(), () -> {
            String before = written.everything();

            Answer answer = rest.call(bad.method(), bad.path(), bad.body(), bad.headers());

            assertThat(answer.status()).as(answer.text()).isEqualTo(bad.status());
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.body().get("status").getIntValue()).isEqualTo(bad.status());
            assertThat(answer.body().get("instance").getStringValue())
                    .isEqualTo(bad.path().split("\\?")[0]);
            assertThat(answer.blame()).isEqualTo(bad.blame());
            assertThat(answer.text()).doesNotContain("io.millrace", "java.", "xception", "Argument");
            assertThat(written.everything()).isEqualTo(before);
        });
    }

    private static Case body(String what, String body, String blame) {
        return new Case(what, "PUT", "/orders/x", body, 400, blame);
    }

    private static Case line(String what, String part, String instead, String blame) {
        return body(what, order(LINE, LINE.replace(part, instead)), "lines[1]." + blame);
    }

    private static Case quantity(String quantity, String reason) {
        return line("a quantity of " + quantity, ":6,", ":" + quantity + ",", "quantity " + reason);
    }

    private static Case amount(String amount, String reason) {
        return line("an amount of " + amount, "2.55", amount, "unitPrice.amount " + reason);
    }

    private static Case cancel(String what, String body, int status, String blame, String... headers) {
        return new Case(what, "POST", "/orders/there/cancellation", body, status, blame, headers);
    }

    private static Case list(String query, String blame) {
        return new Case(query, "GET", "/orders?" + query, null, 400, blame);
    }

    private static String text(int length) {
        return "\"" + "x".repeat(length) + "\"";
    }

    private static String order(String... lines) {
        return "{\"customerId\":\"ada\",\"lines\":[%s]}".formatted(String.join(",", lines));
    }
}
