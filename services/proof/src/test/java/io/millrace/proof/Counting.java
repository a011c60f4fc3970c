package io.millrace.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.rest.Figures;
import io.millrace.cli.rest.PaymentFigures;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.rest.ShipmentFigures;
import io.millrace.cli.rest.ShopUrls;
import java.io.IOException;
import java.net.URI;

/** What the services of a shop count at this moment. */
record Counting(RestClient rest, ShopUrls urls) {

    boolean customersAreThere() throws IOException {
        return !get(urls.customers().resolve("/customers?limit=1"))
                .path("items")
                .isEmpty();
    }

    Figures orders() throws IOException {
        return Figures.of(get(urls.orderFigures()));
    }

    ShipmentFigures shipments() throws IOException {
        return ShipmentFigures.of(get(urls.shipmentFigures()));
    }

    PaymentFigures payments() throws IOException {
        return PaymentFigures.of(get(urls.paymentFigures()));
    }

    /** Pieces that are kept for orders. */
    long held() throws IOException {
        return stock().path("held").asLong();
    }

    /** Pieces that ever came in. */
    long received() throws IOException {
        return stock().path("received").asLong();
    }

    private JsonNode stock() throws IOException {
        return get(urls.inventory().resolve("/stock-figures"));
    }

    private JsonNode get(URI uri) throws IOException {
        return rest.get(uri).body();
    }
}
