package io.millrace.orders.order.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.Money;
import io.millrace.orders.product.service.Product;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PricingTest {

    private static final Map<String, Product> PRODUCTS = Map.of(
            "HEART", new Product("HEART", "a heart", new Money("2.55", "GBP")),
            "EURO", new Product("EURO", "a coin", new Money("1.00", "EUR")),
            "PENNY", new Product("PENNY", "listed long ago", new Money("1.00", "GBX")));

    @Test
    void addsUpExactly() {
        assertThat(total(line(3, "0.1"), line(1, "0.2"))).isEqualTo("0.50");
        assertThat(total(line(Integer.MAX_VALUE, "0.01"))).isEqualTo("21474836.47");
    }

    @Test
    void roundsTheSumAndNoLineToWhatCanBePaid() {
        assertThat(total(line(1, "0.0049"), line(1, "0.0001"))).isEqualTo("0.01");
        assertThat(total(line(1, "1.0049"))).isEqualTo("1.00");
        assertThat(total(line(3, "1.005"))).isEqualTo("3.02");
        assertThat(total(line(1000, "0.0125"))).isEqualTo("12.50");
    }

    @Test
    void refusesWhatNobodyCanPayIn() {
        assertThat(Pricing.of(List.of(new WantedLine("PENNY", Optional.empty(), 1, Optional.empty())), PRODUCTS))
                .isEqualTo(new Pricing.NoSuchCurrency("GBX"));
    }

    @Test
    void refusesWhatIsLessThanCanBePaid() {
        assertThat(Pricing.of(List.of(line(4, "0.0012")), PRODUCTS)).isEqualTo(new Pricing.NothingToPay());
    }

    @Test
    void takesTheProductsPriceAndWordsWhereNoneAreAgreed() {
        assertThat(Pricing.of(List.of(new WantedLine("HEART", Optional.empty(), 2, Optional.empty())), PRODUCTS))
                .isInstanceOfSatisfying(Pricing.Priced.class, priced -> {
                    assertThat(priced.total()).isEqualTo(new Money("5.10", "GBP"));
                    assertThat(priced.lines().getFirst().description()).isEqualTo("a heart");
                });
    }

    @Test
    void takesTotalsUpToTheLastOneThatMoneyCanSay() {
        WantedLine most = line(1, "999999999999999.99");

        assertThat(total(most)).isEqualTo("999999999999999.99");
        assertThat(Pricing.of(List.of(most, line(1, "0.01")), PRODUCTS)).isEqualTo(new Pricing.TooExpensive());
        assertThat(Pricing.of(List.of(most, line(1, "0.005")), PRODUCTS)).isEqualTo(new Pricing.TooExpensive());
    }

    @Test
    void namesTheFirstLineThatDoesNotFit() {
        WantedLine euro = new WantedLine("EURO", Optional.empty(), 1, Optional.empty());
        WantedLine dollar = new WantedLine("HEART", Optional.empty(), 1, Optional.of(new Money("1", "USD")));
        WantedLine unknown = new WantedLine("X", Optional.empty(), 1, Optional.empty());

        assertThat(Pricing.of(List.of(line(1, "1"), line(1, "1"), euro), PRODUCTS))
                .isEqualTo(new Pricing.MixedCurrencies(2, "GBP"));
        assertThat(Pricing.of(List.of(line(1, "1"), dollar), PRODUCTS)).isEqualTo(new Pricing.OtherCurrency(1, "GBP"));
        assertThat(Pricing.of(List.of(line(1, "1"), unknown), PRODUCTS)).isEqualTo(new Pricing.UnknownProduct(1));
    }

    @Test
    void takesAThousandLongLinesOfPlainText() {
        assertThat(Pricing.of(Collections.nCopies(1000, described("x".repeat(500))), PRODUCTS))
                .isInstanceOf(Pricing.Priced.class);
    }

    @Test
    void refusesMoreTextThanAnEventCanCarry() {
        assertThat(Pricing.of(Collections.nCopies(1000, described("€".repeat(300))), PRODUCTS))
                .isEqualTo(new Pricing.TooMuchText());
        assertThat(Pricing.of(Collections.nCopies(1000, described("\"".repeat(400))), PRODUCTS))
                .isEqualTo(new Pricing.TooMuchText());
    }

    private static String total(WantedLine... lines) {
        return ((Pricing.Priced) Pricing.of(List.of(lines), PRODUCTS)).total().amount();
    }

    private static WantedLine line(int quantity, String price) {
        return new WantedLine("HEART", Optional.empty(), quantity, Optional.of(new Money(price, "GBP")));
    }

    private static WantedLine described(String description) {
        return new WantedLine("HEART", Optional.of(description), 1, Optional.empty());
    }
}
