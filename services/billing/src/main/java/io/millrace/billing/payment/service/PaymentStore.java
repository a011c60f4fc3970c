package io.millrace.billing.payment.service;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where payments are kept. What takes a collection makes one statement for each table, however many they are. */
public interface PaymentStore {

    /** Those of the payments that are there, by order. Nobody else changes them until the current transaction ends. */
    Map<String, Payment> lock(Collection<String> orderIds);

    /**
     * Keeps changes of payments that were locked before, several of one payment too, remembers who asked first, and emits
     * the events. Whatever became due is due at once.
     */
    void saveAll(Wish wish, List<CausedChange> changes);

    /**
     * Takes payments that are due, the longest due first, and writes down that the provider is being asked about them.
     * That is committed when this returns. What somebody else has taken is left out.
     *
     * @param limit how many at most
     * @param hold others may take them again after this time, should nothing be heard of them until then
     */
    List<Claimed> claim(int limit, Duration hold);

    /** The same for the one that is due next, though it is not due yet: to see whether the provider answers again. */
    List<Claimed> claimNext(Duration hold);

    /** Decides about a payment as it is now, keeps the change and emits its events, all or nothing. */
    void settle(String orderId, Function<Payment, Change> decision);

    /**
     * Settles a payment as a person has seen it, if the provider refused it last and is not being asked at this moment.
     * Who wanted what is kept with the change, all or nothing.
     */
    Resolution resolve(String orderId, Seen seen);

    /**
     * Gives a claimed payment back unsettled. Nothing happens if somebody else has claimed it since.
     *
     * @param delay it is due again after this time
     * @param refused whether it is no outage: the provider does not accept what it is asked
     */
    void postpone(Claimed claimed, Duration delay, String problem, boolean refused);

    /** Makes due what waits after an outage, at once. */
    void hurry();

    /** Takes back what this instance had claimed in an earlier life, and makes due at once whatever waits for anything. */
    void resume();

    Optional<Payment> find(String orderId);

    /**
     * Payments ordered by order.
     *
     * @param limit how many at most
     */
    List<Payment> list(PaymentQuery query, int limit);

    PaymentFigures figures();

    Waiting waiting();
}
