package io.millrace.inventory.product.exposition;

import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.rest.BadRequest;
import io.millrace.testkit.rest.Refusals;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Bad input: which status, which field, which reason, and nothing written. */
@MillraceTest
class RefusedIT {

    private static final String HEART = """
            {"description":"HEART","price":{"amount":"2.50","currency":"GBP"}}""";
    private static final String RULE = " must be 1 to 64 letters, digits, _ or -";
    private static final String WHOLE_NUMBER = "quantity must be a whole number between -2147483648 and 2147483647";
    private static final String DECIMAL =
            "must be a decimal with at most 15 digits before and 4 after the point, for example 2.55";

    @Inject
    Refusals refusals;

    @Inject
    Rest rest;

    @BeforeEach
    void aProductIsThere() {
        rest.put("/products/there", HEART);
        rest.put("/products/there/restocks/note-1", "{\"quantity\":2147483640}");
    }

    @TestFactory
    Stream<DynamicTest> listings() {
        return Stream.of(
                        list("malformed", "{\"description\":\"a", null),
                        list("empty", "", null),
                        list("no description", HEART.replace("description", "x"), "x is not a known field"),
                        list("a blank description", HEART.replace("HEART", " "), "description must not be blank"),
                        list(
                                "a number as description",
                                HEART.replace("\"HEART\"", "1"),
                                "description must be a string"),
                        list(
                                "a long description",
                                HEART.replace("HEART", "x".repeat(501)),
                                "description size must be between 0 and 500"),
                        list(
                                "a control character",
                                HEART.replace("HEART", "a\\u0000"),
                                "description must not contain control characters"),
                        list("no price", "{\"description\":\"d\"}", "price is required"),
                        list("a price of 0", HEART.replace("2.50", "0.00"), "price.amount must be greater than 0"),
                        list("a negative price", HEART.replace("2.50", "-1"), "price.amount must be greater than 0"),
                        list("five decimals", HEART.replace("2.50", "2.50001"), "price.amount " + DECIMAL),
                        list("a number as amount", HEART.replace("\"2.50\"", "2.50"), "price.amount must be a string"),
                        list(
                                "a currency in small letters",
                                HEART.replace("GBP", "gbp"),
                                "price.currency must be a currency code of three capital letters, as in ISO 4217"),
                        list(
                                "a currency that is none",
                                HEART.replace("GBP", "GBX"),
                                "price.currency must be a currency of ISO 4217 in which one can pay"),
                        list(
                                "gold",
                                HEART.replace("GBP", "XAU"),
                                "price.currency must be a currency of ISO 4217 in which one can pay"),
                        new BadRequest("a SKU with a dot", "PUT", "/products/a.b", HEART, 400, "sku" + RULE),
                        new BadRequest("a long SKU", "PUT", "/products/" + "a".repeat(65), HEART, 400, "sku" + RULE),
                        new BadRequest("a SKU to get", "GET", "/products/a%20b", null, 400, "sku" + RULE),
                        new BadRequest(
                                "another price", "PUT", "/products/there", HEART.replace("2.50", "3"), 409, null))
                .map(refusals::of);
    }

    @TestFactory
    Stream<DynamicTest> prices() {
        return Stream.of(
                        price(
                                "another currency",
                                "there",
                                "EUR",
                                422,
                                "currency must be GBP, as the product was listed"),
                        price("an unknown product", "nothing", "GBP", 404, null),
                        price("a malformed SKU", "a.b", "GBP", 400, "sku" + RULE),
                        price(
                                "another version",
                                "there",
                                "GBP",
                                412,
                                "If-Match must name the current version, \"2\"",
                                "If-Match",
                                "\"7\""),
                        price(
                                "a malformed If-Match",
                                "there",
                                "GBP",
                                400,
                                "If-Match must be * or entity tags in double quotes, for example \"3\"",
                                "If-Match",
                                "1"))
                .map(refusals::of);
    }

    @TestFactory
    Stream<DynamicTest> restocks() {
        return Stream.of(
                        restock("no pieces", "0", "quantity must be greater than or equal to 1"),
                        restock("less than none", "-5", "quantity must be greater than or equal to 1"),
                        restock("a part of a piece", "1.5", WHOLE_NUMBER),
                        restock("more than an int", "2147483648", WHOLE_NUMBER),
                        restock("far more", "99999999999999999999", WHOLE_NUMBER),
                        restock("text", "\"5\"", WHOLE_NUMBER),
                        restock("null", "null", "quantity is required"),
                        restock("an extra field", "5,\"vip\":true", "vip is not a known field"),
                        restock("there", "n", "8", 422, "quantity must be at most 7"),
                        restock("there", "n", "2147483647", 422, "quantity must be at most 7"),
                        restock("there", "note-1", "5", 409, "quantity must be 2147483640, as it was under this id"),
                        restock("nothing", "n", "5", 404, null),
                        restock("a.b", "n", "5", 400, "sku" + RULE),
                        restock("there", "a.b", "5", 400, "restockId" + RULE))
                .map(refusals::of);
    }

    @TestFactory
    Stream<DynamicTest> requests() {
        return Stream.of(
                        new BadRequest("an unknown product", "GET", "/products/nothing", null, 404, null),
                        new BadRequest("a method", "DELETE", "/products/there", null, 405, null),
                        new BadRequest("no reservation to make", "PUT", "/reservations/o", "{\"lines\":[]}", 405, null),
                        new BadRequest("an unknown order", "GET", "/reservations/nothing", null, 404, null),
                        new BadRequest("an order with a dot", "GET", "/reservations/a.b", null, 400, "orderId" + RULE),
                        query(
                                "/reservations?status=LOST",
                                "status must be one of HELD, REJECTED, RELEASED, FULFILLED, RETURNED"),
                        query("/reservations?limit=0", "limit must be greater than or equal to 1"),
                        query("/products?limit=201", "limit must be less than or equal to 200"),
                        query("/products?cursor=abc", "cursor must be the value of 'next' in the page before"))
                .map(refusals::of);
    }

    private static BadRequest list(String what, String body, String blame) {
        return new BadRequest(what, "PUT", "/products/x", body, 400, blame);
    }

    private static BadRequest price(
            String what, String sku, String currency, int status, String blame, String... headers) {
        String body = "{\"amount\":\"3\",\"currency\":\"%s\"}".formatted(currency);
        return new BadRequest(what, "PUT", "/products/" + sku + "/price", body, status, blame, headers);
    }

    private static BadRequest restock(String what, String quantity, String blame) {
        return new BadRequest(what, "PUT", "/products/there/restocks/n", "{\"quantity\":" + quantity + "}", 400, blame);
    }

    private static BadRequest restock(String sku, String id, String quantity, int status, String blame) {
        String path = "/products/" + sku + "/restocks/" + id;
        return new BadRequest(quantity + " to " + path, "PUT", path, "{\"quantity\":" + quantity + "}", status, blame);
    }

    private static BadRequest query(String path, String blame) {
        return new BadRequest(path, "GET", path, null, 400, blame);
    }
}
