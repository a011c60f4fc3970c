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
