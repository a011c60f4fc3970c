package io.millrace.chassis.relay;

import java.time.Instant;

/** Which of the events that a stream has lost are sent again. */
public sealed interface RepublishRange {

    /** All of them. */
    record Everything() implements RepublishRange {}

    /** Those behind this event; lost ones before it are given up. */
    record AfterEvent(String eventId) implements RepublishRange {}

    /** Those that were first sent at this time or later; lost ones before it are given up. */
    record Since(Instant time) implements RepublishRange {}
}
