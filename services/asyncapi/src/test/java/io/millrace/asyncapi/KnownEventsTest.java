package io.millrace.asyncapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.asyncapi.reads.Consumer;
import io.millrace.asyncapi.reads.EventVersion;
import io.millrace.asyncapi.reads.Handled;
import io.millrace.asyncapi.reads.Reads;
import io.millrace.contracts.json.StrictJson;
import io.millrace.contracts.registry.Contract;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownEventsTest {

    private static final EventVersion SOLD = new EventVersion("shop.thing.sold", "1.0");
    private static final EventVersion NEWER = new EventVersion("shop.thing.sold", "1.1");

    private final ContractRegistry contracts = ContractRegistry.of(List.of(new Contract(
            "shop.thing.sold",
            Version.parse("1.0"),
            StrictJson.read("{}".getBytes(StandardCharsets.UTF_8)),
            List.of())));

    @Test
    void whatHasAContractMayBeSentAndTaken() {
        assertThatCode(() -> KnownEvents.require(shop(SOLD, false, SOLD), contracts))
                .doesNotThrowAnyException();
    }

    @Test
    void whatHasNoneIsNamed() {
        assertThatThrownBy(() -> KnownEvents.require(shop(NEWER, false, SOLD), contracts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "shop sends or takes what has no contract on its class path: shop.thing.sold 1.1; correct the"
                                + " @EventContract, or add the schema");
        assertThatThrownBy(() -> KnownEvents.require(shop(SOLD, false, NEWER), contracts))
                .hasMessageContaining("shop.thing.sold 1.1");
    }

    @Test
    void whatAnOutsideSystemWritesNeedsNone() {
        assertThatCode(() -> KnownEvents.require(shop(SOLD, true, NEWER), contracts))
                .doesNotThrowAnyException();
    }

    private static Reads shop(EventVersion emitted, boolean foreign, EventVersion taken) {
        Handled handled = new Handled(taken, List.of(), List.of(), List.of());
        Consumer consumer = new Consumer("shop-shop", "SHOP", foreign, "7d", List.of(), List.of(handled));
        return new Reads("shop", List.of(emitted), List.of(consumer));
    }
}
