package io.millrace.inventory.reservation.exposition;

import static io.millrace.inventory.reservation.exposition.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.Envelope;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.events.SeenEvent;
import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@MillraceTest
class ReservationsIT {

    @Inject
    Rest rest;

    @Inject
    Shop shop;

    @Inject
    Events events;

    @Test
    void keepsAllPiecesOfAnOrder() {
        shop.list("h-a", 10);
        shop.list("h-b", 5);
        Envelope request = shop.request("h", line("h-a", 2), line("h-b", 5), line("h-a", 4));

        SeenEvent held = events.expect("inventory.reservation.held")
                .forAggregate("h")
                .atVersion(1)
                .await();

        assertThat(held.subject()).isEqualTo("evt.inventory.reservation.h.held");
        assertThat(held.envelope().causationId()).isEqualTo(request.id());
        assertThat(held.envelope().correlationId()).isEqualTo(request.correlationId());
        assertThat(rest.get("/reservations/h").text()).isEqualTo("""
                {"orderId":"h","status":"HELD",\
                "lines":[{"sku":"h-a","quantity":6},{"sku":"h-b","quantity":5}],"missing":[],"version":1}""");
        assertThat(shop.stock("h-a")).isEqualTo("4 6 0 0");
        assertThat(shop.stock("h-b")).isEqualTo("0 5 0 0");
        assertThat(rest.get("/products/h-a").text()).endsWith("\"version\":2}");
    }

    @Test
    void keepsNothingWhereSomethingIsMissingAndSaysWhat() {
        shop.list("m-a", 10);
        shop.request("m", line("m-a", 6), line("m-none", 1), line("m-a", 6));

        String rejected = shop.await("m", "REJECTED");

        assertThat(rejected).isEqualTo("""
                {"orderId":"m","status":"REJECTED","lines":[],\
                "missing":[{"sku":"m-a","wanted":12,"available":10},{"sku":"m-none","wanted":1}],"version":1}""");
        assertThat(events.expect("inventory.reservation.rejected")
                        .forAggregate("m")
                        .await()
                        .body()
                        .get("missing")
                        .get(1)
                        .get("available"))
                .isNull();
        assertThat(shop.stock("m-a")).isEqualTo("10 0 0 0");
    }

    @Test
    void releasesWhatIsKeptForOthers() {
        shop.list("r-a", 5);
        shop.request("r-1", line("r-a", 5));
        shop.await("r-1", "HELD");
        shop.request("r-2", line("r-a", 1));
        shop.await("r-2", "REJECTED");

        shop.requestRelease("r-1");
        shop.request("r-3", line("r-a", 5));

        shop.await("r-3", "HELD");
        assertThat(shop.await("r-1", "RELEASED")).contains("\"lines\":[{\"sku\":\"r-a\",\"quantity\":5}]");
        assertThat(shop.stock("r-a")).isEqualTo("0 5 0 0");
        assertThat(told("r-1")).containsExactly("held 1", "released 2");
    }

    @Test
    void answersWhatIsAskedAgainAndKeepsItOnce() {
        shop.list("a-a", 5);
        shop.request("a", line("a-a", 5));
        shop.request("a", line("a-a", 5));
        shop.requestRelease("a");
        shop.requestRelease("a");
        shop.request("a", line("a-a", 5));

        events.expect("inventory.reservation.released")
                .forAggregate("a")
                .atVersion(5)
                .await();
        assertThat(told("a")).containsExactly("held 1", "held 2", "released 3", "released 4", "released 5");
        assertThat(shop.stock("a-a")).isEqualTo("5 0 0 0");
    }

    @Test
    void keepsNothingForAnOrderThatEndedBeforeItWasAskedFor() {
        shop.list("e-a", 5);
        shop.requestRelease("e");
        shop.await("e", "RELEASED");
        shop.request("e", line("e-a", 5));
        shop.request("e-behind", line("e-a", 5));

        shop.await("e-behind", "HELD");
        assertThat(shop.await("e", "RELEASED")).contains("\"lines\":[],\"missing\":[],\"version\":2");
        assertThat(told("e")).containsExactly("released 1", "released 2");
        assertThat(events.expect("inventory.reservation.released")
                        .forAggregate("e")
                        .await()
                        .body()
                        .get("lines")
                        .size())
                .isZero();
    }

    @Test
    void shipsWhatIsKeptAndTakesItBack() {
        shop.list("s-a", 10);
        shop.request("s", line("s-a", 6));
        shop.await("s", "HELD");

        Envelope dispatched = shop.dispatch("s");
        shop.await("s", "FULFILLED");
        assertThat(shop.stock("s-a")).isEqualTo("4 0 6 0");
        assertThat(events.expect("inventory.reservation.fulfilled")
                        .forAggregate("s")
                        .await()
                        .envelope()
                        .causationId())
                .isEqualTo(dispatched.id());

        shop.bringBack("s");
        shop.await("s", "RETURNED");
        assertThat(shop.stock("s-a")).isEqualTo("10 0 6 6");
        shop.request("s-next", line("s-a", 10));
        shop.await("s-next", "HELD");
        events.expect("inventory.reservation.returned").forAggregate("s").await();
        assertThat(told("s")).containsExactly("held 1", "fulfilled 2", "returned 3");
    }

    @Test
    void catchesUpWithAParcelThatIsHeardOfFirst() {
        shop.list("p-a", 10);
        shop.dispatch("p");
        shop.bringBack("p");
        shop.dispatch("p-2");
        Shop.eventually(() -> rest.get("/messaging/consumers/inventory-delivery")
                        .body()
                        .get("lag")
                        .getIntValue()
                == 0);
        assertThat(rest.get("/reservations/p").status()).isEqualTo(404);

        shop.request("p", line("p-a", 6));
        shop.request("p-2", line("p-a", 3));

        shop.await("p", "RETURNED");
        shop.await("p-2", "FULFILLED");
        assertThat(shop.stock("p-a")).isEqualTo("7 0 9 6");
        events.expect("inventory.reservation.returned").forAggregate("p").await();
        assertThat(told("p")).containsExactly("held 1", "fulfilled 2", "returned 3");
    }

    @Test
    void takesAThousandLinesAndTheHighestQuantities() {
        shop.list("big", Integer.MAX_VALUE);
        String most = line("big", Integer.MAX_VALUE);
        shop.request("big-1", most, most);
        assertThat(shop.await("big-1", "REJECTED")).contains("\"wanted\":4294967294,\"available\":2147483647");
        shop.request("big-2", most);
        shop.await("big-2", "HELD");

        String[] lines = new String[1000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = line("no-" + i, 1);
        }
        shop.request("big-3", lines);
        shop.await("big-3", "REJECTED");
        assertThat(rest.get("/reservations/big-3").body().get("missing").size()).isEqualTo(1000);
    }

    @Test
    void listsByStatusInPages() {
        shop.list("l-a", 3);
        List.of("l-3", "l-1", "l-2", "l-4").forEach(id -> shop.request(id, line("l-a", 1)));
        shop.await("l-4", "REJECTED");

        Answer first = rest.get("/reservations?limit=2");
        Answer held = rest.get("/reservations?status=HELD&limit=200");

        assertThat(first.body().get("items").size()).isEqualTo(2);
        assertThat(first.body().get("next")).isNotNull();
        assertThat(held.text())
                .containsSubsequence("\"orderId\":\"l-1\"", "\"orderId\":\"l-2\"", "\"orderId\":\"l-3\"")
                .doesNotContain("l-4", "REJECTED");
        assertThat(rest.get("/reservations?status=REJECTED&limit=200").text())
                .contains("{\"orderId\":\"l-4\",\"status\":\"REJECTED\",\"version\":1}");
    }

    /** As much as the reservation has by now; it is published a moment later. */
    private List<String> told(String orderId) {
        int version = rest.get("/reservations/" + orderId).body().get("version").getIntValue();
        Shop.eventually(() -> published(orderId).size() >= version);
        return published(orderId);
    }

    private List<String> published(String orderId) {
        return events.all("inventory").stream()
                .map(SeenEvent::envelope)
                .filter(envelope -> envelope.subject().equals(orderId))
                .map(envelope -> envelope.type().replace("inventory.reservation.", "") + " " + envelope.sequence())
                .toList();
    }
}
