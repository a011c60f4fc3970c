package io.millrace.delivery.shipment.service;

/** A shipment with whom it goes to, or went to. */
public record Addressed(Shipment shipment, Addressee addressee) {}
