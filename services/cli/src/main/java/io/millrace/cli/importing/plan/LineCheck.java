package io.millrace.cli.importing.plan;

import io.millrace.cli.importing.csv.Column;
import io.millrace.cli.importing.csv.RetailLine;
import io.millrace.contracts.AggregateId;
import io.millrace.contracts.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules for one line by itself. */
final class LineCheck {

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,10}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,11}(\\.[0-9]+)?");
    private static final int PRICE_DECIMALS = 4;

    /** What became of a line. */
    sealed interface Verdict {
        record Fit(PlannedLine line) implements Verdict {}

        record Unfit(RefusedLine line) implements Verdict {}
    }

    private LineCheck() {}

    /** The first rule that the line breaks counts, in the order of {@link Reason}. */
    static Verdict check(RetailLine line) {
        if (line instanceof RetailLine.Broken broken) {
            return unfit(line, Reason.BROKEN, broken.reason());
        }
        if (isCancellation(line.field(Column.INVOICE_NO))) {
            return unfit(line, Reason.CANCELLATION, "");
        }
        if (line.field(Column.CUSTOMER_ID).isEmpty()) {
            return unfit(line, Reason.NO_CUSTOMER, "");
        }
        for (Column id : new Column[] {Column.INVOICE_NO, Column.CUSTOMER_ID}) {
            if (!AggregateId.isValid(line.field(id))) {
                return unreadable(line, id, "is no id of letters, digits, '-' and '_'");
            }
        }
        return numbers(line);
    }

    private static Verdict numbers(RetailLine line) {
        String quantity = line.field(Column.QUANTITY);
        if (!INTEGER.matcher(quantity).matches() || Long.parseLong(quantity) > Integer.MAX_VALUE) {
            return unreadable(line, Column.QUANTITY, "is no whole number up to " + Integer.MAX_VALUE);
        }
        if (Long.parseLong(quantity) <= 0) {
            return unfit(line, Reason.QUANTITY_NOT_ABOVE_ZERO, "");
        }
        String price = line.field(Column.UNIT_PRICE);
        if (!DECIMAL.matcher(price).matches()) {
            return unreadable(line, Column.UNIT_PRICE, "is no decimal number");
        }
        return price(line, Integer.parseInt(quantity), new BigDecimal(price));
    }

    private static Verdict price(RetailLine line, int quantity, BigDecimal price) {
        if (price.signum() <= 0) {
            return unfit(line, Reason.PRICE_NOT_ABOVE_ZERO, "");
        }
        if (price.stripTrailingZeros().scale() > PRICE_DECIMALS) {
            return unreadable(line, Column.UNIT_PRICE, "has more than four decimals");
        }
        if (line.field(Column.STOCK_CODE).isEmpty()) {
            return unreadable(line, Column.STOCK_CODE, "is empty");
        }
        if (line.field(Column.STOCK_CODE).length() > Skus.LONGEST) {
            return unreadable(line, Column.STOCK_CODE, "is longer than " + Skus.LONGEST + " characters");
        }
        String sku = Skus.of(line.field(Column.STOCK_CODE));
        PlannedLine fit = new PlannedLine(line, sku, line.field(Column.DESCRIPTION), quantity, price);
        return Money.payable(fit.total(), PlannedLine.CURRENCY).signum() == 0
                ? unfit(line, Reason.LESS_THAN_A_PENNY, "")
                : new Verdict.Fit(fit);
    }

    static boolean isCancellation(String invoice) {
        return invoice.toUpperCase(Locale.ROOT).startsWith("C");
    }

    private static Verdict unreadable(RetailLine line, Column column, String why) {
        return unfit(line, Reason.UNREADABLE, "%s '%s' %s".formatted(column.title(), line.field(column), why));
    }

    private static Verdict unfit(RetailLine line, Reason reason, String detail) {
        return new Verdict.Unfit(new RefusedLine(line, reason, detail));
    }
}
