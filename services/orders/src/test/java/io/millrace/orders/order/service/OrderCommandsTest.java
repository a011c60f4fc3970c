package io.millrace.orders.order.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.Money;
import io.millrace.contracts.orders.OrderCancellationRequested;
import io.millrace.contracts.orders.OrderLine;
import io.millrace.contracts.orders.OrderPlaced;
import io.millrace.orders.customer.service.Customer;
import io.millrace.orders.customer.service.CustomerBook;
import io.millrace.orders.customer.service.CustomersInMemory;
import io.millrace.orders.product.service.Listing;
import io.millrace.orders.product.service.Product;
import io.millrace.orders.product.service.ProductBook;
import io.millrace.orders.product.service.ProductsInMemory;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderCommandsTest {

    private static final LongPredicate ANY = version -> true;

    private final CustomerBook customers = new CustomerBook(new CustomersInMemory());
    private final ProductBook products = new ProductBook(new ProductsInMemory());
    private final OrdersInMemory store = new OrdersInMemory();
    private final OrderPlacing placing = new OrderPlacing(store, customers, products, store);
    private final OrderCancelling cancelling = new OrderCancelling(store, store);

    @BeforeEach
    void adaIsKnownAndSoIsAHeart() {
        customers.keep(List.of(Customer.known("ada", 1, "Ada")));
        products.listed(List.of(new Listing(new Product("85123A", "HEART", new Money("2.55", "GBP")), 1)));
    }

    @Test
    void placesAndBeginsToFulfil() {
        assertThat(place("o", "ada", 6, "2.5")).isInstanceOf(Placement.Placed.class);

        assertThat(store.emitted)
                .containsExactly(new OrderPlaced(
                        "o",
                        "ada",
                        List.of(new OrderLine("85123A", "HEART", 6, new Money("2.50", "GBP"))),
                        new Money("15.00", "GBP"),
                        "tok"));
        assertThat(store.begun).containsExactly("o");
    }

    @Test
    void takesARepeatedOrderForWhatItIsHoweverThePriceIsWritten() {
        place("o", "ada", 6, "2.5");

        assertThat(place("o", "ada", 6, "2.500")).isInstanceOf(Placement.AlreadyPlaced.class);
        assertThat(place("o", "ada", 6, null)).isInstanceOf(Placement.AlreadyPlaced.class);
        assertThat(store.emitted).hasSize(1);
    }

    @Test
    void givesAnIdToOneOrderOnly() {
        customers.keep(List.of(Customer.known("bob", 1, "Bob")));
        place("o", "ada", 6, null);

        assertThat(place("o", "ada", 7, null)).isEqualTo(new Placement.IdTaken());
        assertThat(place("o", "bob", 6, null)).isEqualTo(new Placement.IdTaken());
        assertThat(place("o", "ada", 6, "9")).isEqualTo(new Placement.IdTaken());
    }

    @Test
    void seesTheOneWhoPlacedUnderTheIdInBetween() {
        store.beforeNextSave(() -> place("o", "ada", 7, null));

        assertThat(place("o", "ada", 6, null)).isEqualTo(new Placement.IdTaken());
        assertThat(store.begun).hasSize(1);
    }

    @Test
    void takesNoOrderOfSomebodyUnknownOrErasedOrForSomethingUnknown() {
        customers.keep(List.of(Customer.erased("eve", 2)));

        assertThat(place("o", "bob", 6, null)).isEqualTo(new Placement.UnknownCustomer());
        assertThat(place("o", "eve", 6, null)).isEqualTo(new Placement.ErasedCustomer());
        assertThat(placing.handle(new PlaceOrder(
                        "o", "ada", List.of(new WantedLine("X", Optional.empty(), 1, Optional.empty())), "tok")))
                .isEqualTo(new Placement.NotPriced(new Pricing.UnknownProduct(0)));
        assertThat(store.emitted).isEmpty();
    }

    @Test
    void cancelsWhatIsOpenAndOnce() {
        place("o", "ada", 6, null);

        assertThat(cancel("o", 1)).isInstanceOf(Cancellation.Begun.class);
        assertThat(cancel("o", 1)).isInstanceOf(Cancellation.Begun.class);
        assertThat(store.emitted).last().isEqualTo(new OrderCancellationRequested("o", "ada", "twice"));
        assertThat(store.emitted).hasSize(2);

        store.hear("o", new OrderCommand.Cancel());
        assertThat(cancel("o", 1)).isInstanceOf(Cancellation.Done.class);
    }

    @Test
    void refusesToCancelAnotherVersionOrNothing() {
        place("o", "ada", 6, null);

        assertThat(cancel("o", 2)).isEqualTo(new Cancellation.OtherVersion(1));
        assertThat(cancelling.handle(new CancelOrder("nope", "why", ANY))).isEqualTo(new Cancellation.Unknown());
    }

    @Test
    void saysOfNoOrderThatIsJustBeingPlacedThatItComesToNothing() {
        store.afterNextHold(() -> place("o", "ada", 6, null));

        assertThat(cancel("o", 1)).isEqualTo(new Cancellation.Unknown());
    }

    @Test
    void whatComesToNothingAnywayIsNotCancelled() {
        place("o", "ada", 6, null);
        store.tooLate.add("o");

        assertThat(cancel("o", 1)).isInstanceOf(Cancellation.BeingRejected.class);
        assertThat(store.aborted).isEmpty();
        assertThat(store.emitted).hasSize(1);
    }

    @Test
    void aParcelThatArrivedMeanwhileLeavesNothingBegun() {
        place("o", "ada", 6, null);
        store.beforeNextSave(() -> store.hear("o", new OrderCommand.Deliver()));

        assertThat(cancelling.handle(new CancelOrder("o", "why", ANY))).isInstanceOf(Cancellation.TooLate.class);
        assertThat(store.aborted).isEmpty();
    }

    @Test
    void cancelsNothingThatWasSent() {
        place("o", "ada", 6, null);
        store.hear("o", new OrderCommand.Confirm());
        store.hear("o", new OrderCommand.Ship());
        assertThat(cancelling.handle(new CancelOrder("o", "why", ANY))).isInstanceOf(Cancellation.TooLate.class);
    }

    private Placement place(String id, String customer, int quantity, String price) {
        Optional<Money> agreed = Optional.ofNullable(price).map(amount -> new Money(amount, "GBP"));
        return placing.handle(new PlaceOrder(
                id, customer, List.of(new WantedLine("85123A", Optional.empty(), quantity, agreed)), "tok"));
    }

    private Cancellation cancel(String id, long expected) {
        return cancelling.handle(new CancelOrder(id, "twice", version -> version == expected));
    }
}
