package io.millrace.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void areTheSameHoweverTheRevenueIsWritten() throws Exception {
        String answer = """
                {"orders":1,"lines":2,"revenue":[{"amount":"2.5000","currency":"GBP"}],"customers":1}
                """;

        Figures figures = Figures.of(JSON.readTree(answer));

        assertThat(figures).isEqualTo(new Figures(1, 2, Map.of("GBP", new BigDecimal("2.50")), 1));
        assertThat(figures.revenueText()).isEqualTo("2.50 GBP");
        assertThat(Figures.of(JSON.readTree("{}")).revenueText()).isEqualTo("0.00");
    }

    @Test
    void ofOrdersDeliveryAndBillingAgreeEachInWhatItKnows() throws Exception {
        Figures orders = new Figures(2, 3, Map.of("GBP", new BigDecimal("7.5")), 1);
        String payments = """
                {"states":{"CAPTURED":2,"REFUNDED":1},
                 "captured":[{"amount":"9.50","currency":"GBP"},{"amount":"1","currency":"EUR"}],
                 "refunded":[{"amount":"2.0","currency":"GBP"},{"amount":"1.00","currency":"EUR"}]}
                """;

        assertThat(PaymentFigures.of(JSON.readTree(payments)).agreesWith(orders))
                .isTrue();
        assertThat(PaymentFigures.of(JSON.readTree("{}")).agreesWith(orders)).isFalse();
        assertThat(ShipmentFigures.of(JSON.readTree("{\"orders\":2,\"lines\":3,\"customers\":1,\"returned\":4}"))
                        .agreesWith(orders))
                .isTrue();
        assertThat(new ShipmentFigures(1, 3, 1).agreesWith(orders)).isFalse();
    }

    @Test
    void takesAnUnknownLagForNotUpToDate() throws Exception {
        String answer = """
                {"service":"delivery","nats":"disconnected","outbox":{"backlog":null,"state":"waiting for NATS"},
                 "consumers":[{"name":"delivery-orders","stream":"ORDERS","position":7,"lag":null,"state":"standby"}]}
                """;

        MessagingState state = MessagingState.of(JSON.readTree(answer));

        assertThat(state.published()).isFalse();
        assertThat(state.upToDate()).isFalse();
        assertThat(state.consumers().getFirst().lag()).isEqualTo(OptionalLong.empty());
    }
}
