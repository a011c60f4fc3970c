package io.millrace.customers.customer.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.millrace.chassis.page.Cursor;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.events.SeenEvent;
import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

@MillraceTest
class CustomersIT {

    private static final String ADA = """
            {"name":"Ada","address":{"city":"London","country":"United Kingdom"}}""";
    private static final String BOB = """
            {"name":"Bob","address":{"country":"France"}}""";

    @Inject
    Rest rest;

    @Inject
    Events events;

    @Test
    void anEmptyFieldOfAFormIsALineThatIsNotKnown() {
        Answer registered = rest.put("/customers/empty-1", """
                {"name":"Ada","address":{"street":"","postalCode":"","city":"London","country":"United Kingdom"}}""");

        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        assertThat(registered.text()).doesNotContain("street").doesNotContain("postalCode");
    }

    @Test
    void tellsWhichBuildItIs() throws IOException {
        Answer info = rest.get("/info");

        assertThat(info.status()).isEqualTo(200);
        assertThat(info.text()).contains("\"service\":\"customers\"", "\"java\":\"25");
        try (InputStream build = getClass().getResourceAsStream("/git.properties")) {
            // Only sources that are in a repository have a commit.
            assumeThat(build).isNotNull();
            Properties git = new Properties();
            git.load(build);
            assertThat(info.text())
                    .contains("\"full\":\"%s\"".formatted(git.getProperty("git.commit.id.full")))
                    .contains("\"version\":\"%s\"".formatted(git.getProperty("git.build.version")));
        }
    }

    @Test
    void registersUnderTheIdThatTheCallerChose() {
        Answer answer = rest.put("/customers/reg-1", ADA, "X-Correlation-Id", "flow-1");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Location")).isEqualTo("/customers/reg-1");
        assertThat(answer.header("X-Correlation-Id")).isEqualTo("flow-1");
        assertThat(answer.text()).isEqualTo("""
                {"id":"reg-1","name":"Ada","address":{"city":"London","country":"United Kingdom"},"version":1}""");
        assertThat(rest.get("/customers/reg-1").text()).isEqualTo(answer.text());
    }

    @Test
    void tellsOthersWhatHappenedAndWhy() {
        rest.put(
                "/customers/tell-1",
                ADA,
                "X-Correlation-Id",
                "flow-2",
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        SeenEvent registered = events.expect("customers.customer.registered")
                .forAggregate("tell-1")
                .atVersion(1)
                .await();

        assertThat(registered.subject()).isEqualTo("evt.customers.customer.tell-1.registered");
        assertThat(registered.envelope().correlationId()).isEqualTo("flow-2");
        assertThat(registered.envelope().actor()).isEqualTo("anonymous");
        assertThat(registered.envelope().traceparent())
                .hasValue("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertThat(registered.body().get("givenName").getStringValue()).isEqualTo("Ada");
        assertThat(registered.body().get("address").get("city").getStringValue())
                .isEqualTo("London");
    }

    @Test
    void takesARepeatedRegistrationForWhatItIs() {
        rest.put("/customers/twice", ADA);

        Answer again = rest.put("/customers/twice", ADA);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(rest.put("/customers/twice", BOB).status()).isEqualTo(409);
        assertThat(eventsOf("twice")).containsExactly("customers.customer.registered");
    }

    @Test
    void renamesMovesAndErasesInTurn() {
        rest.put("/customers/life", ADA);

        Answer renamed = rest.put("/customers/life/name", "{\"name\":\"Ada L.\"}", "If-Match", "\"1\"");
        Answer moved = rest.put("/customers/life/address", "{\"country\":\"France\"}", "If-Match", "\"2\"");
        Answer erased = rest.delete("/customers/life", "If-Match", "\"3\"");

        assertThat(renamed.text()).contains("\"name\":\"Ada L.\"").contains("\"version\":2");
        assertThat(moved.header("ETag")).isEqualTo("\"3\"");
        assertThat(erased.status()).isEqualTo(204);
        assertThat(rest.get("/customers/life").status()).isEqualTo(410);
        assertThat(rest.put("/customers/life", ADA).status()).isEqualTo(409);
        assertThat(rest.delete("/customers/life").status()).isEqualTo(204);
        events.expect("customers.customer.erased")
                .forAggregate("life")
                .atVersion(4)
                .await();
        assertThat(eventsOf("life"))
                .containsExactly(
                        "customers.customer.registered",
                        "customers.customer.renamed",
                        "customers.customer.address_changed",
                        "customers.customer.erased");
    }

    @Test
    void saysNothingWhenNothingChanged() {
        rest.put("/customers/still", ADA);

        assertThat(rest.put("/customers/still/name", "{\"name\":\"Ada\"}", "If-Match", "\"1\"")
                        .header("ETag"))
                .isEqualTo("\"1\"");
        assertThat(eventsOf("still")).containsExactly("customers.customer.registered");
    }

    @Test
    void listsInPagesWithoutTheErased() {
        List.of("page-1", "page-2", "page-3", "page-4").forEach(id -> rest.put("/customers/" + id, ADA));
        rest.delete("/customers/page-2");

        Answer first = rest.get("/customers?limit=1&cursor=" + cursorBefore("page-1"));
        Answer second =
                rest.get("/customers?limit=2&cursor=" + first.body().get("next").getStringValue());

        assertThat(first.body().get("items").get(0).get("id").getStringValue()).isEqualTo("page-1");
        assertThat(second.body().get("items").get(0).get("id").getStringValue()).isEqualTo("page-3");
        assertThat(second.body().get("items").get(1).get("id").getStringValue()).isEqualTo("page-4");
    }

    @Test
    void showsItsApi() {
        assertThat(rest.get("/api", "Accept", "text/html").text()).contains("/api/openapi.yml");
        assertThat(rest.get("/api/openapi.yml").text()).contains("title: Customers");
        assertThat(rest.get("/api/ui/swagger-ui-bundle.js").text()).hasSizeGreaterThan(1_000_000);
        assertThat(rest.get("/api/ui/nope.js").status()).isEqualTo(404);
        assertThat(rest.get("/api/events", "Accept", "text/html").text()).contains("customers.customer.registered");
        assertThat(rest.get("/api/asyncapi.json").body().get("asyncapi").getStringValue())
                .isEqualTo("3.0.0");
    }

    private static String cursorBefore(String id) {
        return Cursor.after(id.substring(0, id.length() - 1));
    }

    private List<String> eventsOf(String id) {
        events.expect("customers.customer.registered").forAggregate(id).await();
        return events.all("customers").stream()
                .filter(event -> event.envelope().subject().equals(id))
                .map(event -> event.envelope().type())
                .toList();
    }
}
