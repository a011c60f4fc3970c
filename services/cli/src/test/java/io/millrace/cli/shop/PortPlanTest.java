package io.millrace.cli.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortPlanTest {

    @Test
    void hasThePortsPeopleExpect() {
        PortPlan ports = PortPlan.standard();

        assertThat(ports.of("customers")).isEqualTo(8081);
        assertThat(ports.of("orders")).isEqualTo(8082);
        assertThat(ports.of("delivery")).isEqualTo(8083);
        assertThat(ports.of("inventory")).isEqualTo(8084);
        assertThat(ports.of("billing")).isEqualTo(8085);
        assertThat(ports.of("provider")).isEqualTo(8090);
        assertThat(ports.of(PortPlan.POSTGRES)).isEqualTo(5442);
        assertThat(ports.of(PortPlan.NATS)).isEqualTo(4222);
    }

    @Test
    void countsFromABase() {
        assertThat(PortPlan.from(9000).of("orders")).isEqualTo(9002);
        assertThat(PortPlan.from(9000).of(PortPlan.NATS)).isEqualTo(9005);
        assertThat(PortPlan.from(9000).of("inventory")).isEqualTo(9006);
    }

    @Test
    void givesAPartTheSameFreePortEveryTime() {
        PortPlan ports = PortPlan.free();

        assertThat(ports.of("courier")).isEqualTo(ports.of("courier")).isNotEqualTo(ports.of("orders"));
    }
}
