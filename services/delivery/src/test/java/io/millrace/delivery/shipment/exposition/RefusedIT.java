package io.millrace.delivery.shipment.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testkit.MillraceTest;
import io.millrace.testkit.rest.Answer;
import io.millrace.testkit.rest.Rest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Bad input, and what it gets. */
@MillraceTest
class RefusedIT {

    @Inject
    Rest rest;

    @Test
    void anIdThatNobodyKnows() {
        Answer unknown = rest.get("/shipments/nobody");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(unknown.text()).isEqualTo("""
                {"type":"about:blank","title":"Not Found","status":404,\
                "detail":"There is no shipment with this id.","instance":"/shipments/nobody"}""");
        assertThat(rest.post("/shipments/nobody/dispatch").status()).isEqualTo(404);
        assertThat(rest.post("/shipments/nobody/delivery").status()).isEqualTo(404);
        assertThat(rest.post("/shipments/nobody/return").status()).isEqualTo(404);
    }

    @Test
    void anIdWithADotOrABlank() {
        assertThat(rest.get("/shipments/a.b").status()).isEqualTo(400);
        assertThat(rest.get("/shipments/a.b").blame()).isEqualTo("id must be 1 to 64 letters, digits, _ or -");
        assertThat(rest.post("/shipments/a%20b/dispatch").status()).isEqualTo(400);
        assertThat(rest.post("/shipments/a%20b/return").status()).isEqualTo(400);
        assertThat(rest.post("/shipments/" + "a".repeat(65) + "/delivery").status())
                .isEqualTo(400);
    }

    @Test
    void aStatusThatThereIsNot() {
        Answer refused = rest.get("/shipments?status=LOST");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.blame())
                .isEqualTo("status must be one of WAITING, PREPARED, DISPATCHED, DELIVERED, RETURNED, CANCELLED");
    }

    @Test
    void aPageThatThereIsNot() {
        assertThat(rest.get("/shipments?limit=0").blame()).startsWith("limit ");
        assertThat(rest.get("/shipments?limit=201").blame()).startsWith("limit ");
        assertThat(rest.get("/shipments?limit=many").blame()).startsWith("limit ");
        assertThat(rest.get("/shipments?cursor=xyz").blame()).startsWith("cursor ");
        assertThat(rest.get("/shipments?customerId=a.b").blame()).startsWith("customerId ");
    }

    @Test
    void aMethodThatThereIsNot() {
        assertThat(rest.call("PUT", "/shipments/o", "{}").status()).isEqualTo(405);
        assertThat(rest.get("/parcels").status()).isEqualTo(404);
    }
}
