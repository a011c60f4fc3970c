package io.millrace.orders.order.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.Money;
import io.millrace.contracts.orders.OrderCancelled;
import io.millrace.contracts.orders.OrderLine;
import io.millrace.contracts.orders.OrderPlaced;
import io.millrace.orders.customer.service.Customer;
import io.millrace.orders.customer.service.CustomerBook;
import io.millrace.orders.customer.service.CustomersInMemory;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderDeskTest {

    private static final LongPredicate ANY = version -> true;
    private static final List<OrderLine> LINES = lines("2.55", 6);
    private static final Money TOTAL = new Money("15.30", "GBP");

    private final CustomersInMemory customers = new CustomersInMemory();
    private final CustomerBook book = new CustomerBook(customers);
    private final OrdersInMemory store = new OrdersInMemory(customers);
    private final OrderDesk desk = new OrderDesk(store, book);

    @BeforeEach
    void adaIsKnown() {
        book.keep(List.of(Customer.known("ada", 1, "Ada")));
    }

    @Test
    void placesAtVersionOne() {
        assertThat(desk.place("o", "ada", LINES))
                .isEqualTo(new Placement.Placed(new Order("o", 1, OrderStatus.PLACED, "ada", LINES, TOTAL)));
        assertThat(store.emitted).containsExactly(new OrderPlaced("o", "ada", LINES, TOTAL, null));
    }

    @Test
    void takesARepeatedOrderForWhatItIsHoweverThePriceIsWritten() {
        desk.place("o", "ada", lines("2.5", 1));

        assertThat(desk.place("o", "ada", lines("2.500", 1))).isInstanceOf(Placement.AlreadyPlaced.class);
        assertThat(store.emitted).hasSize(1);
    }

    @Test
    void writesPricesInOneWay() {
        desk.place("o", "ada", lines("2.5", 1));

        assertThat(store.emitted)
                .containsExactly(new OrderPlaced("o", "ada", lines("2.50", 1), new Money("2.50", "GBP"), null));
    }

    @Test
    void givesAnIdToOneOrderOnly() {
        book.keep(List.of(Customer.known("bob", 1, "Bob")));
        desk.place("o", "ada", LINES);

        assertThat(desk.place("o", "ada", lines("2.55", 7))).isEqualTo(new Placement.IdTaken());
        assertThat(desk.place("o", "bob", LINES)).isEqualTo(new Placement.IdTaken());
        assertThat(store.emitted).hasSize(1);
    }

    @Test
    void takesNoOrderOfSomebodyUnknownOrErased() {
        book.keep(List.of(Customer.erased("eve", 2)));

        assertThat(desk.place("o", "bob", LINES)).isEqualTo(new Placement.UnknownCustomer());
        assertThat(desk.place("o", "eve", LINES)).isEqualTo(new Placement.ErasedCustomer());
        assertThat(store.emitted).isEmpty();
    }

    @Test
    void answersARepetitionAsBeforeThoughTheCustomerWasErased() {
        desk.place("o", "ada", LINES);
        book.keep(List.of(Customer.erased("ada", 2)));

        assertThat(desk.place("o", "ada", LINES)).isInstanceOf(Placement.AlreadyPlaced.class);
    }

    @Test
    void triesAgainWhenTheCustomerBecomesKnownMeanwhile() {
        store.afterNextSave(() -> book.keep(List.of(Customer.known("bob", 1, "Bob"))));

        assertThat(desk.place("o", "bob", LINES)).isInstanceOf(Placement.Placed.class);
    }

    @Test
    void refusesLinesThatDoNotMakeAnOrder() {
        List<OrderLine> dear =
                List.of(LINES.getFirst(), lines("999999999999999", 2).getFirst());

        assertThat(desk.place("o", "ada", dear)).isEqualTo(new Placement.NotPriced(new Pricing.TooExpensive()));
        assertThat(store.emitted).isEmpty();
    }

    @Test
    void cancels() {
        desk.place("o", "ada", LINES);

        assertThat(desk.cancel("o", "twice", version(1)))
                .isEqualTo(new Cancellation.Done(new Order("o", 2, OrderStatus.CANCELLED, "ada", LINES, TOTAL)));
        assertThat(store.emitted).last().isEqualTo(new OrderCancelled("o", "ada", "twice"));
    }

    @Test
    void cancelsOnce() {
        desk.place("o", "ada", LINES);
        desk.cancel("o", "twice", version(1));

        assertThat(desk.cancel("o", "other", ANY)).isInstanceOf(Cancellation.Done.class);
        assertThat(desk.cancel("o", "twice", version(1))).isInstanceOf(Cancellation.Done.class);
        assertThat(desk.place("o", "ada", LINES)).isInstanceOf(Placement.AlreadyPlaced.class);
        assertThat(store.emitted).hasSize(2);
    }

    @Test
    void refusesToCancelAnotherVersion() {
        desk.place("o", "ada", LINES);

        assertThat(desk.cancel("o", "why", version(2))).isEqualTo(new Cancellation.OtherVersion(1));
        assertThat(desk.cancel("nope", "why", ANY)).isEqualTo(new Cancellation.Unknown());
        assertThat(store.emitted).hasSize(1);
    }

    @Test
    void seesTheOneWhoCancelledInBetween() {
        desk.place("o", "ada", LINES);
        store.beforeNextSave(() -> desk.cancel("o", "first", ANY));

        assertThat(desk.cancel("o", "second", ANY)).isInstanceOf(Cancellation.Done.class);
        assertThat(store.emitted).last().isEqualTo(new OrderCancelled("o", "ada", "first"));
    }

    private static List<OrderLine> lines(String price, int quantity) {
        return List.of(new OrderLine("85123A", "HEART", quantity, new Money(price, "GBP")));
    }

    private static LongPredicate version(long expected) {
        return version -> version == expected;
    }
}
