package io.millrace.cli.importing.plan;

import io.millrace.cli.importing.csv.Column;
import io.millrace.cli.importing.csv.RetailFile;
import io.millrace.cli.importing.csv.RetailLine;
import io.millrace.contracts.AggregateId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The first of the two times the file is read: where each invoice ends, and who the customers are. With that, the
 * second time needs to remember only the invoices that are not at their end yet, wherever in the file their lines
 * stand.
 */
public final class FileSurvey {

    private static final String NO_COUNTRY = "Unspecified";

    private final Map<String, Long> lastLines = new HashMap<>();
    private final Map<String, String> countries = new LinkedHashMap<>();
    private final Set<String> movedCustomers = new HashSet<>();
    private final Set<String> heldBack = new HashSet<>();
    private String invoiceBefore = "";
    private long lines;

    private FileSurvey() {}

    public static FileSurvey of(RetailFile file) {
        FileSurvey survey = new FileSurvey();
        file.forEach(survey::add);
        return survey;
    }

    private void add(RetailLine line) {
        lines++;
        switch (line) {
            case RetailLine.Broken broken -> holdBack(broken);
            case RetailLine.Whole whole -> add(whole);
        }
    }

    private void add(RetailLine.Whole line) {
        invoiceBefore = line.field(Column.INVOICE_NO);
        lastLines.put(invoiceBefore, line.number());
        if (LineCheck.check(line) instanceof LineCheck.Verdict.Unfit(RefusedLine unfit)
                && unfit.reason() == Reason.UNREADABLE) {
            heldBack.add(invoiceBefore);
        }
        String customer = line.field(Column.CUSTOMER_ID);
        if (AggregateId.isValid(customer)) {
            String country = line.field(Column.COUNTRY);
            String first = countries.putIfAbsent(customer, country.isEmpty() ? NO_COUNTRY : country);
            if (first != null && !country.isEmpty() && !first.equals(country)) {
                movedCustomers.add(customer);
            }
        }
    }

    /** A torn line may have lost a part of its invoice number, which then is the number of the line before. */
    private void holdBack(RetailLine.Broken line) {
        String invoice = line.field(Column.INVOICE_NO);
        boolean whole = line.fields().size() > 1;
        heldBack.add(whole || !invoiceBefore.startsWith(invoice) ? invoice : invoiceBefore);
    }

    /** Records of the file, without the header. */
    public long lines() {
        return lines;
    }

    public int invoices() {
        return lastLines.size();
    }

    /** The country of each customer, in the order they appear. Where a customer has several, the first one counts. */
    public Map<String, String> countries() {
        return Collections.unmodifiableMap(countries);
    }

    /** How many customers appear with more than one country. */
    public int movedCustomers() {
        return movedCustomers.size();
    }

    boolean endsWith(String invoice, RetailLine line) {
        return lastLines.get(invoice) == line.number();
    }

    /** Whether a line of the invoice cannot be read, so that nobody knows what the whole order is. */
    boolean isHeldBack(String invoice) {
        return heldBack.contains(invoice);
    }
}
