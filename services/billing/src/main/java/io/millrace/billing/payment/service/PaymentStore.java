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

    /** The same, and nobody else makes a payment either, not even one that is not there yet. Everybody waits for that. */
    Map<String, Payment> lockOut(Collection<String> orderIds);

    /** Those of the payments that are there, by order, as they are at this moment. */
    Map<String, Payment> find(Collection<String> orderIds);

    /**
     * Keeps what the service's own stream tells of payments that were locked out before, and says nothing. With it is
     * remembered that this database has forgotten something, and is {@linkplain #isDoubtful in doubt}.
     */
    void recollect(Collection<Payment> payments);

    /** Whether this database was found to have forgotten something, and may have forgotten calls of the provider as well. */
    boolean isDoubtful();

    /** Ends the doubt: every open payment counts as one that was sent once. All that were asked for must be known by now. */
    void settleDoubt();

    /**
     * Keeps changes of payments that were locked before, several of one payment too, remembers who asked first, and emits
     * the events. Whatever became due is due at once.
     */
    void saveAll(Wish wish, List<CausedChange> changes);

    /**
     * Takes payments that are due, the longest due first, and writes down that the provider is being asked about them.
     * That is committed when this returns. What somebody else has taken is left out, and so is what is only to be given up.
     *
     * @param limit how many at most
     * @param hold others may take them again after this time, should nothing be heard of them until then
     */
    List<Claimed> claim(int limit, Duration hold);

    /** The same for the one that is due next, though it is not due yet: to see whether the provider answers again. */
    List<Claimed> claimNext(Duration hold);

    /**
     * Gives up payments that were recalled and surely never sent, and emits the events, all or nothing. What somebody else
     * has locked is left for the next time. In doubt nothing is sure.
     *
     * @param limit how many at most
     * @return how many it were
     */
    int giveUp(int limit);

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
     */
    void postpone(Claimed claimed, Duration delay, Setback setback);

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
