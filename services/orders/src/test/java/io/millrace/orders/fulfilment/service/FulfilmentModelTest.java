package io.millrace.orders.fulfilment.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.Event;
import io.millrace.orders.fulfilment.service.Others.Parcel.Place;
import io.millrace.orders.order.service.OrderStatus;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever happens around an order, in whatever order, late and twice: once things are quiet, money, stock, parcel and order
 * say the same.
 */
class FulfilmentModelTest {

    @Property(tries = 20_000)
    @Label("money, stock, parcel and order agree in the end")
    void agreesInTheEnd(
            @ForAll("deeds") List<Deed> deeds,
            @ForAll("mostly") boolean inStock,
            @ForAll("mostly") boolean cardIsGood) {
        World world = new World(inStock, cardIsGood);
        deeds.forEach(world::take);
        world.settle();

        OrderStatus status = world.order().status();
        Statistics.collect(status);
        assertThat(status).isEqualTo(expected(world, inStock, cardIsGood));
        assertThat(world.progress().phase().isOver()).isEqualTo(status != OrderStatus.CONFIRMED);
        assertThat(world.purse.kept()).isEqualTo(isKept(status) ? 1 : 0);
        assertThat(world.purse.captures()).isLessThanOrEqualTo(1);
        if (status != OrderStatus.RETURNED) { // whose pieces came back by themselves
            assertThat(world.stock.isHeld()).isEqualTo(isKept(status));
        }
        assertThat(world.happened).extracting(Event::getClass).doesNotHaveDuplicates();
        assertThat(world.order().version()).isEqualTo(world.happened.size());
    }

    /** What brings an order forward is frequent, so that many come far. */
    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Arbitraries.frequency(
                        Tuple.of(6, Deed.INVENTORY_READS),
                        Tuple.of(6, Deed.BILLING_READS),
                        Tuple.of(6, Deed.DELIVERY_READS),
                        Tuple.of(6, Deed.STOCK_ANSWER_ARRIVES),
                        Tuple.of(6, Deed.PAYMENT_ANSWER_ARRIVES),
                        Tuple.of(6, Deed.SHIPMENT_NEWS_ARRIVES),
                        Tuple.of(1, Deed.STOCK_ANSWER_IS_REPEATED),
                        Tuple.of(1, Deed.PAYMENT_ANSWER_IS_REPEATED),
                        Tuple.of(1, Deed.PATIENCE_ENDS),
                        Tuple.of(1, Deed.CUSTOMER_CANCELS),
                        Tuple.of(1, Deed.CUSTOMER_IS_ERASED),
                        Tuple.of(4, Deed.PARCEL_LEAVES),
                        Tuple.of(2, Deed.PARCEL_ARRIVES),
                        Tuple.of(1, Deed.PARCEL_COMES_BACK))
                .list()
                .ofMaxSize(100);
    }

    @Provide
    Arbitrary<Boolean> mostly() {
        return Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false));
    }

    /** The plain model: where the parcel is, says all; without one, what the customer wanted and could have. */
    private static OrderStatus expected(World world, boolean inStock, boolean cardIsGood) {
        return switch (world.parcel.place()) {
            case ON_ITS_WAY -> OrderStatus.SHIPPED;
            case THERE -> OrderStatus.DELIVERED;
            // Who cancels before the news of the parcel arrives, gets to hear of the cancellation.
            case BACK ->
                world.cancellationTaken() && world.order().status() == OrderStatus.CANCELLED
                        ? OrderStatus.CANCELLED
                        : OrderStatus.RETURNED;
            case READY -> OrderStatus.CONFIRMED;
            case NOWHERE, CALLED_OFF -> withoutParcel(world, inStock, cardIsGood);
        };
    }

    private static OrderStatus withoutParcel(World world, boolean inStock, boolean cardIsGood) {
        if (world.cancellationTaken()) {
            return OrderStatus.CANCELLED;
        }
        String failure = world.progress().state().failure();
        boolean undeliverable = failure.equals("undeliverable");
        assertThat(inStock && cardIsGood && !undeliverable && !failure.endsWith("timed_out"))
                .as("an order that could be had, and that nobody cancelled, has a parcel")
                .isFalse();
        assertThat(world.parcel.place()).isEqualTo(undeliverable ? Place.CALLED_OFF : Place.NOWHERE);
        assertThat(world.parcel.isErased() || !undeliverable).isTrue();
        return OrderStatus.REJECTED;
    }

    private static boolean isKept(OrderStatus status) {
        return status == OrderStatus.CONFIRMED || status == OrderStatus.SHIPPED || status == OrderStatus.DELIVERED;
    }
}
