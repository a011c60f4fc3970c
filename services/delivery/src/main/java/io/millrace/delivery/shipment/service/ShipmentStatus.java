package io.millrace.delivery.shipment.service;

/**
 * Where a shipment stands.
 *
 * <pre>
 *   WAITING ──▶ PREPARED ──▶ DISPATCHED ──▶ DELIVERED
 *      └────┬──────┘
 *           ▼
 *       CANCELLED
 * </pre>
 */
public enum ShipmentStatus {
    /** Its order is there, its customer is not: nobody knows where to send it. */
    WAITING,
    /** It can be sent. */
    PREPARED,
    /** It left the house. From here on a cancelled order changes nothing. */
    DISPATCHED,
    /** It arrived. */
    DELIVERED,
    /** Its order was cancelled before it left the house. */
    CANCELLED;

    /** Whether it left the house, and so keeps the name and address it was sent to. */
    public boolean isSent() {
        return this == DISPATCHED || this == DELIVERED;
    }
}
