package io.millrace.billing.payment.service;

/**
 * Keeps the provider from being asked while it does not answer, or not to the key of this shop. See "Circuit Breaker" in
 * Michael Nygard, Release It!, chapter 5.
 */
public interface GatewayBreaker {

    /** Whether one more call may be made. If so, {@link #answered}, {@link #failed} or {@link #release} must follow. */
    boolean tryAcquire();

    /** The call was not made. */
    void release();

    /** The provider answered, and what it said is about this call alone. */
    void answered();

    /** The provider did not answer, said that it cannot, or that it knows the key of this shop no more. */
    void failed(String reason);

    /** This instance asks the provider no longer, and cannot know how it is with it. */
    void forget();

    GatewayState state();

    /** Calls back whenever the provider answers again after an outage. */
    void whenClosed(Runnable listener);
}
