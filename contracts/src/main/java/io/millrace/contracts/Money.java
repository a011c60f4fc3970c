package io.millrace.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * An amount with its currency. The amount travels as a string, because a JSON number becomes a double in most
 * languages that read it.
 *
 * @param amount a plain decimal with at most 15 digits before and 4 after the point, for example {@code "2.55"}
 * @param currency ISO 4217, three capitals
 */
public record Money(String amount, String currency) {

    /** The rule for {@link #amount()} as a regular expression, for annotations. */
    public static final String AMOUNT = "-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,4})?";

    /** The rule for {@link #currency()} as a regular expression, for annotations. */
    public static final String CURRENCY = "[A-Z]{3}";

    private static final Pattern AMOUNT_PATTERN = Pattern.compile(AMOUNT);
    private static final Pattern CURRENCY_PATTERN = Pattern.compile(CURRENCY);

    public Money {
        if (!AMOUNT_PATTERN.matcher(amount).matches()) {
            throw new IllegalArgumentException(
                    "amount must be a decimal with at most 4 digits after the point, but is '" + amount + "'");
        }
        if (!CURRENCY_PATTERN.matcher(currency).matches()) {
            throw new IllegalArgumentException("currency must be three capitals, but is '" + currency + "'");
        }
    }

    /** Money of an exact decimal. Trailing zeros behind the second decimal place are dropped. */
    public static Money of(BigDecimal amount, String currency) {
        BigDecimal exact = amount.stripTrailingZeros();
        return new Money((exact.scale() < 2 ? exact.setScale(2) : exact).toPlainString(), currency);
    }

    /**
     * How many digits after the point the amounts have that can be paid in a currency, as ISO 4217 says: 2 for EUR, 0 for
     * JPY, 3 for KWD.
     *
     * @return empty for a code that is not in ISO 4217, or that stands there for something which nobody pays with
     */
    public static OptionalInt decimalsOf(String currency) {
        try {
            int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
            return decimals < 0 ? OptionalInt.empty() : OptionalInt.of(decimals);
        } catch (IllegalArgumentException unknown) {
            return OptionalInt.empty();
        }
    }

    /**
     * What is paid of an exact amount: the nearest one that can be paid in the currency, and of two that are equally near
     * the one farther from zero. 4.505 EUR is paid with 4.51.
     *
     * @return the amount itself if it is not known what can be paid in the currency
     */
    public static BigDecimal payable(BigDecimal amount, String currency) {
        OptionalInt decimals = decimalsOf(currency);
        return decimals.isEmpty() ? amount : amount.setScale(decimals.getAsInt(), RoundingMode.HALF_UP);
    }

    /** Whether just this amount can be paid: in a currency that one can pay in, and no finer than it has units for. */
    public static boolean isPayable(BigDecimal amount, String currency) {
        return decimalsOf(currency).isPresent() && payable(amount, currency).compareTo(amount) == 0;
    }

    /** The amount as an exact decimal. A name without {@code get}, so that it is no field of the JSON. */
    public BigDecimal toDecimal() {
        return new BigDecimal(amount);
    }
}
