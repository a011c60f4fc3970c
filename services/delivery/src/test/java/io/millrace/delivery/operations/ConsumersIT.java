package io.millrace.delivery.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.OtherServices;
import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What operators do with the consumers of a service, over REST. */
@MillraceTest(service = "delivery")
class ConsumersIT {

    private static final String CUSTOMERS = "/messaging/consumers/delivery-customers";

    @Inject
    Rest rest;

    @Inject
    OtherServices others;

    @Test
    void aPausedConsumerLetsItsEventsWait() {
        register("p-1");
        caughtUp();
        assertThat(rest.post(CUSTOMERS + "/pause").status()).isEqualTo(200);
        register("p-2");
        eventually(() -> field("lag").getIntValue() == 1);
        assertThat(field("paused").getBooleanValue()).isTrue();

        rest.post(CUSTOMERS + "/resume");
        caughtUp();
        assertThat(field("paused").getBooleanValue()).isFalse();
    }

    @Test
    void copiesOfCustomersAreRebuiltWhileTheyServe() {
        IntStream.range(0, 50).forEach(i -> register("r-" + i));
        caughtUp();

        Answer asked = rest.post(CUSTOMERS + "/rebuild");
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        assertThat(asked.body().get("tables").get(0).getStringValue()).isEqualTo("recipient");

        eventually(() -> field("rebuild").get("state").getStringValue().equals("DONE"));
        assertThat(field("rebuild").get("percent").getIntValue()).isEqualTo(100);
        register("r-50");
        caughtUp();
    }

    @Test
    void aResetIsMeantAndComplete() {
        register("s-1");
        caughtUp();

        Answer unmeant = rest.post(CUSTOMERS + "/reset", "{\"to\":\"end\",\"confirm\":\"yes\"}");
        assertThat(unmeant.status()).isEqualTo(400);
        assertThat(unmeant.blame()).isEqualTo("confirm must be 'delivery-customers' to say that this is meant");

        Answer undecided = rest.post(CUSTOMERS + "/reset", "{\"to\":\"start\",\"confirm\":\"delivery-customers\"}");
        assertThat(undecided.blame()).isEqualTo("reactions must be SKIP or AGAIN");

        Answer nowhere = rest.post(CUSTOMERS + "/reset", "{\"to\":\"soon\",\"confirm\":\"delivery-customers\"}");
        assertThat(nowhere.blame()).startsWith("to must be start, end, a sequence, or a time");

        Answer beyond = rest.post(CUSTOMERS + "/reset", "{\"to\":\"999999\",\"confirm\":\"delivery-customers\"}");
        assertThat(beyond.blame()).startsWith("to must be ");

        long before = field("position").getLongValue();
        assertThat(rest.post(
                                CUSTOMERS + "/reset",
                                "{\"to\":\"start\",\"confirm\":\"delivery-customers\",\"reactions\":\"SKIP\"}")
                        .status())
                .isEqualTo(200);
        eventually(() -> field("position").getLongValue() >= before);
    }

    @Test
    void whatIsNotThereCannotBeRebuilt() {
        assertThat(rest.get("/messaging/consumers/nobody").status()).isEqualTo(404);
        assertThat(rest.post("/messaging/consumers/delivery-orders/rebuild").status())
                .isEqualTo(409);
        assertThat(rest.delete(CUSTOMERS + "/rebuild").status()).isEqualTo(409);
        assertThat(rest.get("/messaging/consumers").body().size()).isEqualTo(2);
    }

    private void register(String id) {
        others.emit("customers.customer.registered", id, """
                {"customerId":"%s","name":"Ada","address":{"city":"London","country":"United Kingdom"}}
                """.formatted(id));
    }

    private void caughtUp() {
        eventually(() -> field("lag").getIntValue() == 0);
    }

    private JsonNode field(String name) {
        return rest.get(CUSTOMERS).body().get(name);
    }

    private static void eventually(Callable<Boolean> fact) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(fact);
    }
}
