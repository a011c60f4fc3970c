package io.millrace.delivery.shipment.service;

/** What became of a report that a shipment left the house, arrived or came back. */
public sealed interface Handover {

    /** It is so, now or since before. */
    record Done(Addressed shipment) implements Handover {}

    /** There is no such shipment. */
    record Unknown() implements Handover {}

    /** Where the shipment stands, that cannot be. */
    record OutOfOrder(ShipmentStatus status) implements Handover {}

    /** The customer was erased before dispatch: there is no address to send it to, and never will be. */
    record NobodyToSendTo() implements Handover {}
}
