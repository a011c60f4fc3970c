package io.millrace.delivery.shipment.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.TransactionOperations;
import io.millrace.contracts.Envelope;
import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.events.Events;
import io.millrace.testkit.events.SeenEvent;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests not to send an order that are handled before the order's confirmation is. */
@MillraceTest
class CalledOffIT {

    private static final String ORDERS = "/messaging/consumers/delivery-orders";

    @Inject
    Rest rest;

    @Inject
    Shop shop;

    @Inject
    Events events;

    @Inject
    TransactionOperations<Connection> transactions;

    @Test
    void whatIsCalledOffWhileItsConfirmationIsParkedIsNeverSent() {
        shop.register("c-parked");
        run("ALTER TABLE packing_line ADD CONSTRAINT poison CHECK (shipment_id <> 'o-parked')");
        shop.confirm("o-parked", "c-parked");
        Shop.eventually(() -> parked() == 1);

        Envelope request = shop.callOff("o-parked");

        SeenEvent answer = events.expect("delivery.shipment.cancelled")
                .forAggregate("o-parked")
                .atVersion(1)
                .await();
        assertThat(answer.envelope().causationId()).isEqualTo(request.id());
        assertThat(rest.get("/shipments/o-parked").text()).isEqualTo("""
                {"id":"o-parked","orderId":"o-parked","status":"CANCELLED","recipient":{"state":"EXPECTED"},\
                "lines":[],"version":1}""");

        run("ALTER TABLE packing_line DROP CONSTRAINT poison");
        Shop.eventually(() -> parked() == 0);

        assertThat(rest.get("/shipments/o-parked").text())
                .contains("CANCELLED", "\"customerId\":\"c-parked\"", "85123A", "\"version\":1");
        assertThat(rest.post("/shipments/o-parked/dispatch").status()).isEqualTo(409);
        assertThat(typesOf("o-parked")).containsExactly("cancelled");
    }

    /** The first request makes the call that the second joins: it is made before that of the confirmation between them. */
    @Test
    void whatIsConfirmedAndCalledOffInOneBatchIsCancelledOnce() {
        shop.register("c-batch");
        shop.confirm("o-batch-0", "c-batch");
        shop.await("o-batch-0", "PREPARED");
        assertThat(rest.post(ORDERS + "/pause").status()).isEqualTo(200);
        shop.callOff("o-batch-0");
        shop.confirm("o-batch-1", "c-batch");
        Envelope request = shop.callOff("o-batch-1");
        shop.confirm("o-batch-2", "c-batch");

        rest.post(ORDERS + "/resume");

        shop.await("o-batch-2", "PREPARED");
        events.expect("delivery.shipment.cancelled").forAggregate("o-batch-1").await();
        List<SeenEvent> answers = eventsOf("o-batch-1").stream()
                .filter(event -> event.envelope().causationId().equals(request.id()))
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(typesOf("o-batch-1")).endsWith("cancelled").doesNotContain("dispatched");
        assertThat(rest.get("/shipments/o-batch-1").text())
                .contains("CANCELLED", "\"customerId\":\"c-batch\"", "85123A");
    }

    @Test
    void eachRequestHasAnAnswerOfItsOwn() {
        shop.register("c-again");
        shop.confirm("o-again", "c-again");
        shop.await("o-again", "PREPARED");
        rest.post("/shipments/o-again/dispatch");
        rest.post(ORDERS + "/pause");
        List<Envelope> requests = List.of(shop.callOff("o-again"), shop.callOff("o-again"), shop.callOff("o-again"));

        rest.post(ORDERS + "/resume");

        events.expect("delivery.shipment.cancellation_refused")
                .forAggregate("o-again")
                .atVersion(5)
                .await();
        assertThat(eventsOf("o-again").stream()
                        .skip(2)
                        .map(event -> event.envelope().causationId()))
                .containsExactlyElementsOf(requests.stream().map(Envelope::id).toList());
    }

    private List<SeenEvent> eventsOf(String id) {
        return events.all("delivery").stream()
                .filter(event -> event.envelope().subject().equals(id))
                .toList();
    }

    private List<String> typesOf(String id) {
        return eventsOf(id).stream()
                .map(event -> event.envelope().type().replace("delivery.shipment.", ""))
                .toList();
    }

    private int parked() {
        return transactions.executeRead(transaction -> {
            try (var row = transaction
                    .getConnection()
                    .createStatement()
                    .executeQuery("SELECT count(*) FROM messaging.parked_event WHERE key = 'order.o-parked'")) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    private void run(String sql) {
        transactions.executeWrite(transaction -> {
            try (var statement = transaction.getConnection().createStatement()) {
                return statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        });
    }
}
