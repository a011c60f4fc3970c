package io.millrace.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "4.505, EUR, 4.51",
        "4.5049, EUR, 4.50",
        "-4.505, EUR, -4.51",
        "0.0049, GBP, 0.00",
        "2.5, GBP, 2.50",
        "100.5, JPY, 101.00",
        "1.2345, KWD, 1.235",
        "999999999999999.99, GBP, 999999999999999.99",
        "1.2345, QQQ, 1.2345"
    })
    void isPaidInTheUnitsOfItsCurrency(BigDecimal amount, String currency, BigDecimal paid) {
        assertThat(Money.payable(amount, currency)).isEqualByComparingTo(paid);
    }

    @ParameterizedTest
    @CsvSource({
        "4.51, EUR, true",
        "4.5100, EUR, true",
        "4.505, EUR, false",
        "100, JPY, true",
        "0.5, JPY, false",
        "1, QQQ, false",
        "1, XAU, false"
    })
    void knowsWhetherJustThatCanBePaid(BigDecimal amount, String currency, boolean payable) {
        assertThat(Money.isPayable(amount, currency)).isEqualTo(payable);
    }

    @ParameterizedTest
    @CsvSource({"EUR, 2", "JPY, 0", "KWD, 3"})
    void knowsWhatCanBePaidWith(String currency, int decimals) {
        assertThat(Money.decimalsOf(currency)).hasValue(decimals);
    }

    @ParameterizedTest
    @CsvSource({"QQQ", "XXX", "XAU", "eur", "''"})
    void knowsWhatCannot(String currency) {
        assertThat(Money.decimalsOf(currency)).isEmpty();
    }
}
