package io.millrace.orders.fulfilment.service;

import io.millrace.chassis.business.saga.Progress;
import io.millrace.chassis.business.saga.SagaMachine;
import io.millrace.chassis.business.saga.Turn;
import io.millrace.contracts.Event;
import io.millrace.contracts.Money;
import io.millrace.contracts.delivery.ShipmentDelivered;
import io.millrace.contracts.orders.OrderEvent;
import io.millrace.contracts.orders.OrderLine;
import io.millrace.contracts.orders.OrderPlaced;
import io.millrace.orders.order.service.Order;
import io.millrace.orders.order.service.OrderCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One order and its fulfilment, and the others as plainly as can be: each reads the stream of orders from its first event
 * on and in order, but whenever it likes, and so does the fulfilment with theirs.
 */
final class World {

    static final String ID = "o";
    private static final Money PRICE = new Money("2.50", "GBP");
    private static final int LONG_ENOUGH = 1000;

    final List<OrderEvent> happened = new ArrayList<>();
    final Others.Stock stock;
    final Others.Purse purse;
    final Others.Parcel parcel;
    private final SagaMachine<Fulfilment, OrderCommand> machine =
            new SagaMachine<>(FulfilmentPlan.of(Duration.ofHours(1), Duration.ofHours(24)));
    private final List<Event> said = new ArrayList<>();
    private final List<Others> others;
    private Order order;
    private Progress<Fulfilment> progress;
    private Optional<Duration> patience = Optional.empty();
    private boolean cancellationTaken;

    World(boolean inStock, boolean cardIsGood) {
        stock = new Others.Stock(inStock);
        purse = new Others.Purse(cardIsGood);
        parcel = new Others.Parcel();
        others = List.of(stock, purse, parcel);
        happen(new OrderPlaced(ID, "ada", List.of(new OrderLine("sku", "HEART", 1, PRICE)), PRICE, "tok"));
        take(machine.start(Fulfilment.of(order)));
    }

    void take(Deed deed) {
        switch (deed) {
            case INVENTORY_READS -> stock.read(said);
            case BILLING_READS -> purse.read(said);
            case DELIVERY_READS -> parcel.read(said);
            case STOCK_ANSWER_ARRIVES -> hear(stock);
            case PAYMENT_ANSWER_ARRIVES -> hear(purse);
            case SHIPMENT_NEWS_ARRIVES -> hear(parcel);
            case STOCK_ANSWER_IS_REPEATED -> stock.repeat();
            case PAYMENT_ANSWER_IS_REPEATED -> purse.repeat();
            case PATIENCE_ENDS -> late();
            case CUSTOMER_CANCELS -> cancel();
            case CUSTOMER_IS_ERASED -> parcel.erase();
            case PARCEL_LEAVES -> parcel.dispatch();
            case PARCEL_ARRIVES -> parcel.deliver();
            case PARCEL_COMES_BACK -> parcel.comeBack();
        }
    }

    /** Everybody reads what there is, until nobody has anything to say. */
    void settle() {
        for (int round = 0; round < LONG_ENOUGH; round++) {
            others.forEach(other -> other.read(said));
            boolean heard = others.stream().anyMatch(Others::hasNews);
            others.forEach(this::hearAll);
            if (!heard && !others.stream().anyMatch(other -> other.isBehind(said))) {
                return;
            }
        }
        throw new AssertionError("never quiet: " + said);
    }

    Order order() {
        return order;
    }

    Progress<Fulfilment> progress() {
        return progress;
    }

    boolean cancellationTaken() {
        return cancellationTaken;
    }

    private void hearAll(Others other) {
        while (other.hasNews()) {
            hear(other);
        }
    }

    /** As the handlers do it: that a parcel arrived concerns the order itself. */
    private void hear(Others other) {
        other.next().ifPresent(event -> {
            if (event instanceof ShipmentDelivered) {
                tell(new OrderCommand.Deliver());
            } else {
                take(machine.answered(progress, event));
            }
        });
    }

    private void late() {
        if (patience.isPresent()) {
            take(machine.late(progress));
        }
    }

    private void cancel() {
        if (order.status().isOpen()) {
            Turn<Fulfilment, OrderCommand> turn = machine.abort(progress, Fulfilment::cancelled);
            if (!turn.wasIgnored()) {
                cancellationTaken = true;
                take(turn);
                happen(order.requestCancellation("not wanted"));
            }
        }
    }

    private void take(Turn<Fulfilment, OrderCommand> turn) {
        progress = turn.after();
        if (!turn.wasIgnored()) {
            patience = turn.patience();
        }
        turn.commands().forEach(this::tell);
        said.addAll(turn.requests());
    }

    private void tell(OrderCommand command) {
        order.hear(command).forEach(this::happen);
    }

    private void happen(OrderEvent event) {
        order = Order.apply(order, event);
        happened.add(event);
        said.add(event);
    }
}
