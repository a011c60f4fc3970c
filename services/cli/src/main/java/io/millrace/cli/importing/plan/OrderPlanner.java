package io.millrace.cli.importing.plan;

import io.millrace.cli.importing.csv.Column;
import io.millrace.cli.importing.csv.RetailFile;
import io.millrace.cli.importing.csv.RetailLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The second time the file is read: makes an order of each invoice, as soon as its last line has been seen. */
public final class OrderPlanner {

    private final FileSurvey survey;
    private final Consumer<PlannedOrder> orders;
    private final Consumer<RefusedLine> refused;
    private final Runnable invoiceDone;
    private final Map<String, List<PlannedLine>> open = new HashMap<>();
    private final Map<String, String> customers = new HashMap<>();

    /**
     * @param orders gets each order
     * @param refused gets each line that is part of no order
     * @param invoiceDone runs behind the last line of each invoice, whatever became of it
     */
    public OrderPlanner(
            FileSurvey survey, Consumer<PlannedOrder> orders, Consumer<RefusedLine> refused, Runnable invoiceDone) {
        this.survey = survey;
        this.orders = orders;
        this.refused = refused;
        this.invoiceDone = invoiceDone;
    }

    public void plan(RetailFile file) {
        file.forEach(this::add);
    }

    private void add(RetailLine line) {
        switch (LineCheck.check(line)) {
            case LineCheck.Verdict.Unfit(RefusedLine unfit) -> refused.accept(unfit);
            case LineCheck.Verdict.Fit(PlannedLine fit) -> add(fit);
        }
        String invoice = line.field(Column.INVOICE_NO);
        if (line instanceof RetailLine.Whole && survey.endsWith(invoice, line)) {
            close(invoice);
        }
    }

    private void add(PlannedLine line) {
        RetailLine source = line.source();
        String invoice = source.field(Column.INVOICE_NO);
        String customer = source.field(Column.CUSTOMER_ID);
        String owner = customers.computeIfAbsent(invoice, _ -> customer);
        if (survey.isHeldBack(invoice)) {
            refused.accept(new RefusedLine(source, Reason.HELD_BACK, ""));
        } else if (owner.equals(customer)) {
            open.computeIfAbsent(invoice, _ -> new ArrayList<>()).add(line);
        } else {
            refused.accept(new RefusedLine(source, Reason.ANOTHER_CUSTOMER, owner));
        }
    }

    private void close(String invoice) {
        List<PlannedLine> lines = open.remove(invoice);
        String customer = customers.remove(invoice);
        if (lines != null) {
            orders.accept(new PlannedOrder(invoice, customer, lines));
        }
        invoiceDone.run();
    }
}
