package io.millrace.orders.fulfilment.service;

import io.millrace.contracts.Event;
import io.millrace.contracts.Money;
import io.millrace.contracts.billing.PaymentCaptured;
import io.millrace.contracts.billing.PaymentDeclined;
import io.millrace.contracts.billing.PaymentRefunded;
import io.millrace.contracts.billing.PaymentVoided;
import io.millrace.contracts.delivery.ShipmentCancellationRefused;
import io.millrace.contracts.delivery.ShipmentCancelled;
import io.millrace.contracts.delivery.ShipmentDelivered;
import io.millrace.contracts.delivery.ShipmentDispatched;
import io.millrace.contracts.delivery.ShipmentReturned;
import io.millrace.contracts.inventory.ReservationHeld;
import io.millrace.contracts.inventory.ReservationRejected;
import io.millrace.contracts.inventory.ReservationReleased;
import io.millrace.contracts.orders.OrderConfirmed;
import io.millrace.contracts.orders.PaymentRequested;
import io.millrace.contracts.orders.RefundRequested;
import io.millrace.contracts.orders.ShipmentCancelRequested;
import io.millrace.contracts.orders.StockReleaseRequested;
import io.millrace.contracts.orders.StockRequested;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another service, as little of it as its contract promises: it reads in order, and every request has an answer. */
abstract sealed class Others {

    private final List<Event> answers = new ArrayList<>();
    private int read;
    private int heard;

    abstract void handle(Event event);

    /** The next event that it has not read. */
    void read(List<Event> said) {
        if (isBehind(said)) {
            handle(said.get(read++));
        }
    }

    boolean isBehind(List<Event> said) {
        return read < said.size();
    }

    boolean hasNews() {
        return heard < answers.size();
    }

    Optional<Event> next() {
        return hasNews() ? Optional.of(answers.get(heard++)) : Optional.empty();
    }

    /** Says once more what it said last. */
    void repeat() {
        if (!answers.isEmpty()) {
            answers.add(answers.getLast());
        }
    }

    void answer(Event event) {
        answers.add(event);
    }

    /** Inventory: pieces are kept until they are released. */
    static final class Stock extends Others {

        private final boolean there;
        private boolean released;
        private boolean held;

        Stock(boolean there) {
            this.there = there;
        }

        boolean isHeld() {
            return held;
        }

        @Override
        void handle(Event event) {
            switch (event) {
                case StockRequested asked -> {
                    held = there && !released;
                    answer(
                            held
                                    ? new ReservationHeld(World.ID, asked.lines())
                                    : new ReservationRejected(World.ID, List.of()));
                }
                case StockReleaseRequested _ -> {
                    held = false;
                    released = true;
                    answer(new ReservationReleased(World.ID, List.of()));
                }
                default -> {}
            }
        }
    }

    /** Billing: what was taken back once is not taken again. */
    static final class Purse extends Others {

        private static final Money AMOUNT = new Money("2.50", "GBP");
        private final boolean cardIsGood;
        private boolean over;
        private boolean refunded;
        private int captures;
        private int refunds;

        Purse(boolean cardIsGood) {
            this.cardIsGood = cardIsGood;
        }

        int kept() {
            return captures - refunds;
        }

        int captures() {
            return captures;
        }

        @Override
        void handle(Event event) {
            switch (event) {
                case PaymentRequested _ -> capture();
                case RefundRequested _ -> refund();
                default -> {}
            }
        }

        private void capture() {
            if (over) {
                answer(last());
            } else if (cardIsGood) {
                captures = 1;
                answer(new PaymentCaptured(World.ID, AMOUNT, "ch"));
            } else {
                answer(new PaymentDeclined(World.ID, AMOUNT, "card_declined"));
            }
        }

        private void refund() {
            if (captures > refunds) {
                refunds++;
                refunded = true;
            }
            over = true;
            answer(last());
        }

        private Event last() {
            return refunded ? new PaymentRefunded(World.ID, AMOUNT, "re") : new PaymentVoided(World.ID);
        }
    }

    /** Delivery: a parcel is called off as long as it has not left, by itself if nobody is there any more to send it to. */
    static final class Parcel extends Others {

        enum Place {
            NOWHERE,
            READY,
            CALLED_OFF,
            ON_ITS_WAY,
            THERE,
            BACK
        }

        private Place place = Place.NOWHERE;
        private boolean erased;

        Place place() {
            return place;
        }

        @Override
        void handle(Event event) {
            switch (event) {
                case OrderConfirmed _ -> prepare();
                case ShipmentCancelRequested _ -> callOff();
                default -> {}
            }
        }

        private void prepare() {
            if (place == Place.NOWHERE && erased) {
                callOff();
            } else if (place == Place.NOWHERE) {
                place = Place.READY;
            }
        }

        void erase() {
            erased = true;
            if (place == Place.READY) {
                callOff();
            }
        }

        boolean isErased() {
            return erased;
        }

        private void callOff() {
            switch (place) {
                case NOWHERE, READY, CALLED_OFF -> {
                    place = Place.CALLED_OFF;
                    answer(new ShipmentCancelled(World.ID, World.ID, "ada"));
                }
                case ON_ITS_WAY, THERE, BACK -> answer(new ShipmentCancellationRefused(World.ID, World.ID, "ada"));
            }
        }

        void dispatch() {
            if (place == Place.READY) {
                place = Place.ON_ITS_WAY;
                answer(new ShipmentDispatched(World.ID, World.ID, "ada"));
            }
        }

        void deliver() {
            if (place == Place.ON_ITS_WAY) {
                place = Place.THERE;
                answer(new ShipmentDelivered(World.ID, World.ID, "ada"));
            }
        }

        void comeBack() {
            if (place == Place.ON_ITS_WAY || place == Place.THERE) {
                place = Place.BACK;
                answer(new ShipmentReturned(World.ID, World.ID, "ada"));
            }
        }
    }
}
