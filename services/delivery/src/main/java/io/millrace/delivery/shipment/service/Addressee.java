package io.millrace.delivery.shipment.service;

import io.millrace.contracts.customers.Address;

/**
 * To whom and where. A shipment that is still in the house follows its customer: a new name or address counts for it at
 * once. Dispatch freezes both. Erasure removes both, from shipments that were sent as well.
 */
public sealed interface Addressee {

    /** It can be written on a parcel. */
    record Known(String name, Address address) implements Addressee {}

    /** The customer is not there yet. */
    record Expected() implements Addressee {}

    /** The customer asked to be forgotten. */
    record Erased() implements Addressee {}
}
