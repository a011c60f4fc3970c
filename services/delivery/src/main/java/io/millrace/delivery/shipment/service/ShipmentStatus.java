package io.millrace.delivery.shipment.service;

/**
 * Where a shipment stands.
 *
 * <pre>
 *   WAITING ──▶ PREPARED ──▶ DISPATCHED ──▶ DELIVERED
 *      └────┬──────┘              └─────┬───────┘
 *           ▼                           ▼
 *       CANCELLED                   RETURNED
 * </pre>
 */
public enum ShipmentStatus {
    /** Its order is there, its customer is not: nobody knows where to send it. */
    WAITING,
    /** It can be sent. */
    PREPARED,
    /** It left the house. From here on a request not to send it is refused. */
    DISPATCHED,
    /** It arrived. */
    DELIVERED,
    /** It came back, from its customer or from the way there. */
    RETURNED,
    /** It was called off before it left the house, perhaps before its order was heard of. */
    CANCELLED;

    /** Whether it left the house, and so keeps the name and address it was sent to. */
    public boolean isSent() {
        return this == DISPATCHED || this == DELIVERED || this == RETURNED;
    }
}
