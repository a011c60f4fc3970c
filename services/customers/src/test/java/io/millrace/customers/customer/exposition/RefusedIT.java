package io.millrace.customers.customer.exposition;

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

    private static final String ADA = """
            {"name":"Ada","address":{"country":"United Kingdom"}}""";
    private static final String ID_RULE = "id must be 1 to 64 letters, digits, _ or -";

    @Inject
    Refusals refusals;

    @Inject
    Rest rest;

    @BeforeEach
    void someoneIsThere() {
        rest.put("/customers/ada", ADA);
    }

    @TestFactory
    Stream<DynamicTest> bodies() {
        return Stream.of(
                        body("malformed", "{\"name\":\"A", null),
                        body("more than one value", ADA + "}", null),
                        body("empty", "", null),
                        body("null", "null", null),
                        body("an array", "[]", null),
                        body("no name", "{\"address\":{\"country\":\"UK\"}}", "name is required"),
                        body("no address", "{\"name\":\"A\"}", "address is required"),
                        body("no country", "{\"name\":\"A\",\"address\":{}}", "address.country is required"),
                        body("a blank name", named(" "), "name must not be blank"),
                        body("a long name", named("x".repeat(201)), "name size must be between 0 and 200"),
                        body("a NUL", named("a\\u0000"), "name must not contain control characters"),
                        body("half a surrogate", named("a\\ud800"), "name must not contain control characters"),
                        body("a name that is an object", "{\"name\":{}}", "name must be a string"),
                        body("an address that is text", "{\"address\":\"UK\"}", "address must be an object"),
                        body("an extra field", "{\"vip\":true}", "vip is not a known field"),
                        body(
                                "an extra field within",
                                "{\"address\":{\"planet\":1}}",
                                "address.planet is not a known field"),
                        body("a field twice", "{\"name\":\"A\",\"name\":\"B\"}", "name is given twice"))
                .map(refusals::of);
    }

    @TestFactory
    Stream<DynamicTest> requests() {
        return Stream.of(
                        new BadRequest("an id with a dot", "PUT", "/customers/a.b", ADA, 400, ID_RULE),
                        new BadRequest("a blank id", "PUT", "/customers/%20", ADA, 400, ID_RULE),
                        new BadRequest("an id with a slash", "PUT", "/customers/a%2Fb", ADA, 400, ID_RULE),
                        new BadRequest("a long id", "PUT", "/customers/" + "a".repeat(65), ADA, 400, ID_RULE),
                        new BadRequest("2 MB", "PUT", "/customers/x", named("x".repeat(2_000_000)), 413, null),
                        new BadRequest("text", "PUT", "/customers/x", ADA, 415, null, "Content-Type", "text/plain"),
                        new BadRequest("a wrong method", "PATCH", "/customers/x", ADA, 405, null),
                        new BadRequest("an unknown path", "GET", "/nowhere", null, 404, null),
                        new BadRequest(
                                "a misspelled parameter",
                                "GET",
                                "/customers?limit=1&curser=MToA",
                                null,
                                400,
                                "curser is not a known parameter"),
                        new BadRequest("an unknown id", "GET", "/customers/nobody", null, 404, null),
                        new BadRequest("an unknown id to erase", "DELETE", "/customers/nobody", null, 404, null),
                        new BadRequest(
                                "an unknown id to rename",
                                "PUT",
                                "/customers/nobody/name",
                                named(),
                                404,
                                null,
                                "If-Match",
                                "*"),
                        new BadRequest(
                                "no If-Match", "PUT", "/customers/ada/name", named(), 428, "If-Match is required"),
                        new BadRequest(
                                "an unknown If-Match",
                                "PUT",
                                "/customers/ada/name",
                                named(),
                                412,
                                "If-Match must name the current version, \"1\"",
                                "If-Match",
                                "\"nope\""),
                        new BadRequest(
                                "a weak If-Match",
                                "PUT",
                                "/customers/ada/name",
                                named(),
                                412,
                                "If-Match must name the current version, \"1\"",
                                "If-Match",
                                "W/\"1\""),
                        new BadRequest(
                                "another version",
                                "DELETE",
                                "/customers/ada",
                                null,
                                412,
                                "If-Match must name the current version, \"1\"",
                                "If-Match",
                                "\"2\""),
                        new BadRequest(
                                "a malformed If-Match",
                                "PUT",
                                "/customers/ada/name",
                                named(),
                                400,
                                "If-Match must be * or entity tags in double quotes, for example \"3\"",
                                "If-Match",
                                "1"),
                        new BadRequest("another customer", "PUT", "/customers/ada", named("Bob"), 409, null),
                        new BadRequest(
                                "a limit of 0",
                                "GET",
                                "/customers?limit=0",
                                null,
                                400,
                                "limit must be greater than or equal to 1"),
                        new BadRequest(
                                "a limit of 201",
                                "GET",
                                "/customers?limit=201",
                                null,
                                400,
                                "limit must be less than or equal to 200"),
                        new BadRequest(
                                "a limit in words",
                                "GET",
                                "/customers?limit=ten",
                                null,
                                400,
                                "limit must be a whole number between -2147483648 and 2147483647"),
                        new BadRequest(
                                "a made-up cursor",
                                "GET",
                                "/customers?cursor=abc",
                                null,
                                400,
                                "cursor must be the value of 'next' in the page before"),
                        new BadRequest(
                                "a correlation id with a blank",
                                "GET",
                                "/customers",
                                null,
                                400,
                                "X-Correlation-Id must be 1 to 128 letters, digits or _ . : -",
                                "X-Correlation-Id",
                                "a b"))
                .map(refusals::of);
    }

    private static BadRequest body(String what, String body, String blame) {
        return new BadRequest(what, "PUT", "/customers/x", body, 400, blame);
    }

    private static String named() {
        return "{\"name\":\"New\"}";
    }

    private static String named(String name) {
        return "{\"name\":\"" + name + "\",\"address\":{\"country\":\"UK\"}}";
    }
}
