package io.millrace.orders.order.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.Money;
import io.millrace.contracts.orders.OrderLine;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricingTest {

    @Test
    void addsUpExactly() {
        assertThat(Pricing.of(List.of(line(3, "0.1", "GBP"), line(1, "0.0001", "GBP"))))
                .isEqualTo(new Pricing.Total(new Money("0.3001", "GBP")));
        assertThat(Pricing.of(List.of(line(Integer.MAX_VALUE, "0.01", "GBP"))))
                .isEqualTo(new Pricing.Total(new Money("21474836.47", "GBP")));
    }

    @Test
    void takesTotalsUpToTheLastOneThatMoneyCanSay() {
        OrderLine most = line(1, "999999999999999.9999", "GBP");

        assertThat(Pricing.of(List.of(most))).isEqualTo(new Pricing.Total(new Money("999999999999999.9999", "GBP")));
        assertThat(Pricing.of(List.of(most, line(1, "0.0001", "GBP")))).isEqualTo(new Pricing.TooExpensive());
    }

    @Test
    void namesTheFirstLineOfAnotherCurrency() {
        assertThat(Pricing.of(List.of(line(1, "1", "GBP"), line(1, "1", "GBP"), line(1, "1", "EUR"))))
                .isEqualTo(new Pricing.MixedCurrencies(2, "GBP"));
    }

    @Test
    void takesAThousandLongLinesOfPlainText() {
        assertThat(Pricing.of(Collections.nCopies(1000, described("x".repeat(500)))))
                .isInstanceOf(Pricing.Total.class);
    }

    @Test
    void refusesMoreTextThanAnEventCanCarry() {
        assertThat(Pricing.of(Collections.nCopies(1000, described("€".repeat(300)))))
                .isEqualTo(new Pricing.TooMuchText());
        assertThat(Pricing.of(Collections.nCopies(1000, described("\"".repeat(400)))))
                .isEqualTo(new Pricing.TooMuchText());
    }

    private static OrderLine line(int quantity, String price, String currency) {
        return new OrderLine("85123A", "HEART", quantity, new Money(price, currency));
    }

    private static OrderLine described(String description) {
        return new OrderLine("85123A", description, 1, new Money("1.00", "GBP"));
    }
}
