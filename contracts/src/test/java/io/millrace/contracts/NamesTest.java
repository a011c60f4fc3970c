package io.millrace.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @Test
    void anEventTypeIsServiceAggregateAndEvent() {
        EventType type = EventType.of("customers.customer.address_changed", "1.0");

        assertThat(type).isEqualTo(new EventType("customers", "customer", "address_changed", "1.0"));
        assertThat(type.dataSchema()).isEqualTo("urn:millrace:customers.customer.address_changed:1.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"placed", "orders.placed", "orders.order.placed.again", "Orders.order.placed", "orders..placed"})
    void anythingElseIsNoEventType(String name) {
        assertThatThrownBy(() -> EventType.of(name, "1.0")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b",
                "a b",
                "",
                "*",
                ">",
                "ä",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void anIdMustBeATokenOfASubject(String id) {
        assertThatThrownBy(() -> new Subject("orders", "order", id, "placed"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2.5,2.50", "2,2.00", "2.5500,2.55", "0.0010,0.001", "1E+3,1000.00"})
    void moneyIsAnExactDecimal(BigDecimal amount, String written) {
        assertThat(Money.of(amount, "GBP")).isEqualTo(new Money(written, "GBP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.12345", "1e3", "", "01.00", "+1", ".5", "NaN"})
    void whatIsNoPlainDecimalIsNoMoney(String amount) {
        assertThatThrownBy(() -> new Money(amount, "GBP")).isInstanceOf(IllegalArgumentException.class);
    }
}
