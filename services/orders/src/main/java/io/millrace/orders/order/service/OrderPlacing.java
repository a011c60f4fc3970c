package io.millrace.orders.order.service;

import io.millrace.chassis.business.command.CommandHandler;
import io.millrace.contracts.Money;
import io.millrace.contracts.orders.OrderLine;
import io.millrace.contracts.orders.OrderPlaced;
import io.millrace.orders.customer.service.CustomerBook;
import io.millrace.orders.product.service.ProductBook;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Places orders, and begins to have them fulfilled.
 *
 * <p>A repeated request changes nothing and emits nothing. Where somebody else places under the same id meanwhile, the
 * decision is made anew on what is there then.
 */
@Singleton
public final class OrderPlacing implements CommandHandler<PlaceOrder, Placement> {

    private final OrderStore store;
    private final CustomerBook customers;
    private final ProductBook products;
    private final Fulfilments fulfilments;

    public OrderPlacing(OrderStore store, CustomerBook customers, ProductBook products, Fulfilments fulfilments) {
        this.store = store;
        this.customers = customers;
        this.products = products;
        this.fulfilments = fulfilments;
    }

    @Override
    public Placement handle(PlaceOrder command) {
        return store.find(command.id()).map(there -> compare(there, command)).orElseGet(() -> place(command));
    }

    private Placement place(PlaceOrder command) {
        return switch (customers.standing(command.customerId())) {
            case UNKNOWN -> new Placement.UnknownCustomer();
            case ERASED -> new Placement.ErasedCustomer();
            case KNOWN -> price(command);
        };
    }

    private Placement price(PlaceOrder command) {
        List<String> skus =
                command.lines().stream().map(WantedLine::sku).distinct().toList();
        return switch (Pricing.of(command.lines(), products.find(skus))) {
            case Pricing.Priced(List<OrderLine> lines, Money total) ->
                save(command, new OrderPlaced(command.id(), command.customerId(), lines, total, command.cardToken()));
            case Pricing.Refusal why -> new Placement.NotPriced(why);
        };
    }

    private Placement save(PlaceOrder command, OrderPlaced event) {
        Optional<Order> placed = store.place(event, command.id());
        placed.ifPresent(fulfilments::begin);
        return placed.<Placement>map(Placement.Placed::new).orElseGet(() -> handle(command));
    }

    private static Placement compare(Order there, PlaceOrder command) {
        return command.isAskedForBy(there) ? new Placement.AlreadyPlaced(there) : new Placement.IdTaken();
    }
}
