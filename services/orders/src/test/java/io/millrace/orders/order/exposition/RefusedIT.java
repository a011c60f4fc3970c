package io.millrace.orders.order.exposition;

import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.rest.BadRequest;
import io.millrace.testkit.rest.Refusals;
import io.millrace.testkit.rest.Rest;
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
    private static final String SKU_RULE = "must be 1 to 64 letters, digits, _ or -";
    private static final String WHOLE_NUMBER = "must be a whole number between -2147483648 and 2147483647";
    private static final String DECIMAL =
            "must be a decimal with at most 15 digits before and 4 after the point, for example 2.55";

    @Inject
    Refusals refusals;

    @Inject
    Rest rest;

    @Inject
    Shop shop;

    @BeforeEach
    void anOrderIsThere() {
        shop.register("ada");
        shop.list("A", "2.55", "GBP");
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
                        body("a number as customer", ORDER.replace("\"ada\"", "17850"), "customerId must be a string"),
                        body("true as customer", ORDER.replace("\"ada\"", "true"), "customerId must be a string"),
                        body(
                                "no customer",
                                "{\"cardToken\":\"tok\",\"lines\":[" + LINE + "]}",
                                "customerId is required"),
                        body("no lines", "{\"customerId\":\"ada\",\"cardToken\":\"tok\"}", "lines is required"),
                        body("no card", ORDER.replace("\"cardToken\":\"tok\",", ""), "cardToken is required"),
                        body(
                                "a card number in groups",
                                ORDER.replace("\"tok\"", "\"4242 4242 4242 4242\""),
                                "cardToken must be 1 to 64 letters, digits, _ or -"),
                        body("an empty list of lines", order(), "lines size must be between 1 and 1000"),
                        body(
                                "1001 lines",
                                order(Collections.nCopies(1001, LINE).toArray(String[]::new)),
                                "lines size must be between 1 and 1000"),
                        body("lines that are text", lines("\"x\""), "lines must be an array"),
                        body("lines that are an object", lines("{}"), "lines must be an array"),
                        body("a line that is text", lines("[\"x\"]"), "lines[0] must be an object"),
                        body("a line that is a list", lines("[" + LINE + ",[]]"), "lines[1] must be an object"),
                        body("a line that is null", lines("[" + LINE + ",null]"), "lines[1] is required"),
                        body("an extra field", "{\"vip\":true}", "vip is not a known field"),
                        body(
                                "an id with a dot as customer",
                                ORDER.replace("ada", "a.da"),
                                "customerId must be 1 to 64 letters, digits, _ or -"))
                .map(refusals::of);
    }

    @TestFactory
    Stream<DynamicTest> lines() {
        return Stream.of(
                        line("an extra field", "\"sku\":\"A\"", "\"sku\":\"A\",\"x\":1", "x is not a known field"),
                        line("no SKU", "\"sku\":\"A\",", "", "sku is required"),
                        line("a blank SKU", "\"A\"", "\" \"", "sku " + SKU_RULE),
                        line("a long SKU", "\"A\"", text(65), "sku " + SKU_RULE),
                        line("a NUL", "\"A\"", "\"a\\u0000\"", "sku " + SKU_RULE),
                        line("a long description", "\"d\"", text(501), "description size must be between 0 and 500"),
                        line("no quantity", "\"quantity\":6,", "", "quantity is required"),
                        quantity("0", "must be greater than or equal to 1"),
                        quantity("-1", "must be greater than or equal to 1"),
                        quantity("2147483648", WHOLE_NUMBER),
                        quantity("1.5", WHOLE_NUMBER),
                        quantity("1.0", WHOLE_NUMBER),
                        quantity("1e2", WHOLE_NUMBER),
                        quantity("\"6\"", WHOLE_NUMBER),
                        quantity("true", WHOLE_NUMBER),
                        quantity("[6]", WHOLE_NUMBER),
                        quantity("null", "is required"),
                        line("a number as SKU", "\"A\"", "85123", "sku must be a string"),
                        line("a list as description", "\"d\"", "[\"d\"]", "description must be a string"),
                        line("a number as amount", "\"2.55\"", "2.55", "unitPrice.amount must be a string"),
                        line("false as currency", "\"GBP\"", "false", "unitPrice.currency must be a string"),
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
                                "unitPrice.currency must be a currency code of three capital letters, as in ISO 4217"))
                .map(refusals::of);
    }

    @TestFactory
    Stream<DynamicTest> orders() {
        return Stream.of(
                        new BadRequest(
                                "another currency than the product's",
                                "PUT",
                                "/orders/x",
                                order(LINE, LINE.replace("GBP", "EUR")),
                                422,
                                "lines[1].unitPrice.currency must be GBP"),
                        new BadRequest(
                                "an unknown product",
                                "PUT",
                                "/orders/x",
                                order(LINE, LINE.replace("\"A\"", "\"NO-SUCH\"")),
                                422,
                                "lines[1].sku is not known to orders; a product that has just been listed is known in a"
                                        + " moment, so try again"),
                        body(
                                "a total of sixteen digits",
                                order(LINE.replace("2.55", "999999999999999")),
                                "lines must add up to an amount with at most 15 digits before the point"),
                        new BadRequest(
                                "more text than an event can carry",
                                "PUT",
                                "/orders/x",
                                order(Collections.nCopies(700, LINE.replace("\"d\"", "\"" + "€".repeat(400) + "\""))
                                        .toArray(String[]::new)),
                                413,
                                "lines must have at most 750000 bytes of descriptions and SKUs together"),
                        new BadRequest(
                                "an unknown customer",
                                "PUT",
                                "/orders/x",
                                ORDER.replace("ada", "nobody"),
                                422,
                                "customerId is not known to orders; a customer who has just been registered is known in a"
                                        + " moment, so try again"),
                        new BadRequest("another order", "PUT", "/orders/there", order(LINE, LINE), 409, null))
                .map(refusals::of);
    }

    @TestFactory
    Stream<DynamicTest> erasedCustomers() {
        shop.register("eve");
        shop.erase("eve");
        return Stream.of(new BadRequest(
                        "an erased customer",
                        "PUT",
                        "/orders/x",
                        ORDER.replace("ada", "eve"),
                        422,
                        "customerId is a customer who was erased"))
                .map(refusals::of);
    }

    @TestFactory
    Stream<DynamicTest> requests() {
        return Stream.of(
                        new BadRequest("an id with a dot", "PUT", "/orders/a.b", ORDER, 400, ID_RULE),
                        new BadRequest("a blank id", "PUT", "/orders/%20", ORDER, 400, ID_RULE),
                        new BadRequest("an id with a blank", "PUT", "/orders/a%20b", ORDER, 400, ID_RULE),
                        new BadRequest("2 MB", "PUT", "/orders/x", ORDER.replace("\"d\"", text(2_000_000)), 413, null),
                        new BadRequest("text", "PUT", "/orders/x", ORDER, 415, null, "Content-Type", "text/plain"),
                        new BadRequest("a wrong method", "DELETE", "/orders/there", null, 405, null),
                        new BadRequest("an unknown id", "GET", "/orders/nothing", null, 404, null),
                        new BadRequest(
                                "an unknown id to cancel", "POST", "/orders/nothing/cancellation", REASON, 404, null),
                        cancel("no reason", "{}", 400, "reason is required"),
                        cancel("a blank reason", "{\"reason\":\"\"}", 400, "reason must not be blank"),
                        cancel(
                                "a long reason",
                                "{\"reason\":" + text(201) + "}",
                                400,
                                "reason size must be between 0 and 200"),
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
                        new BadRequest(
                                "a time that is none",
                                "GET",
                                "/orders/there?at=yesterday",
                                null,
                                400,
                                "at must be a time like 2026-01-31T10:00:00Z"),
                        new BadRequest(
                                "a time that no database keeps",
                                "GET",
                                "/orders/there?at=%2B1000000000-12-31T23:59:59Z",
                                null,
                                400,
                                "at must be a time like 2026-01-31T10:00:00Z"),
                        new BadRequest(
                                "a time before all years",
                                "GET",
                                "/orders/there?at=-0500-01-31T10:00:00Z",
                                null,
                                400,
                                "at must be a time like 2026-01-31T10:00:00Z"),
                        new BadRequest(
                                "a version and a time",
                                "GET",
                                "/orders/there?version=1&at=2026-01-31T10:00:00Z",
                                null,
                                400,
                                "at must not stand beside version"),
                        new BadRequest("a version to come", "GET", "/orders/there?version=99", null, 404, null),
                        new BadRequest("events of an unknown order", "GET", "/orders/nothing/events", null, 404, null),
                        new BadRequest(
                                "a key with a blank",
                                "PUT",
                                "/orders/x",
                                ORDER,
                                400,
                                "Idempotency-Key must be 1 to 128 printable characters without blanks",
                                "Idempotency-Key",
                                "a b"),
                        list("limit=0", "limit must be greater than or equal to 1"),
                        list("limit=201", "limit must be less than or equal to 200"),
                        list("customerId=a.b", "customerId must be 1 to 64 letters, digits, _ or -"),
                        list("staus=PLACED", "staus is not a known parameter"),
                        list("cursor=MToA", "cursor must be the value of 'next' in the page before"),
                        list("cursor=abc", "cursor must be the value of 'next' in the page before"))
                .map(refusals::of);
    }

    private static BadRequest body(String what, String body, String blame) {
        return new BadRequest(what, "PUT", "/orders/x", body, 400, blame);
    }

    private static String lines(String lines) {
        return "{\"customerId\":\"ada\",\"cardToken\":\"tok\",\"lines\":" + lines + "}";
    }

    private static BadRequest line(String what, String part, String instead, String blame) {
        return body(what, order(LINE, LINE.replace(part, instead)), "lines[1]." + blame);
    }

    private static BadRequest quantity(String quantity, String reason) {
        return line("a quantity of " + quantity, ":6,", ":" + quantity + ",", "quantity " + reason);
    }

    private static BadRequest amount(String amount, String reason) {
        return line("an amount of " + amount, "2.55", amount, "unitPrice.amount " + reason);
    }

    private static BadRequest cancel(String what, String body, int status, String blame, String... headers) {
        return new BadRequest(what, "POST", "/orders/there/cancellation", body, status, blame, headers);
    }

    private static BadRequest list(String query, String blame) {
        return new BadRequest(query, "GET", "/orders?" + query, null, 400, blame);
    }

    private static String text(int length) {
        return "\"" + "x".repeat(length) + "\"";
    }

    private static String order(String... lines) {
        return lines("[" + String.join(",", lines) + "]");
    }
}
