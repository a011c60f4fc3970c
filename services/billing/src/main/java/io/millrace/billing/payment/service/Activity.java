package io.millrace.billing.payment.service;

/** What an instance does about payments that are due. */
public enum Activity {
    /** Nothing: it has just started, or is not meant to. */
    OFF,
    /** Nothing: it does not lead the relay. The instance that does asks the provider. */
    STANDBY,
    /** Nothing: it is not certain that its database is as new as its stream. NATS may be away. */
    UNCERTAIN,
    /** Nothing yet: the service has not handled all that its streams held when it became certain. */
    CATCHING_UP,
    /** It asks the provider. */
    ASKING
}
