package io.millrace.delivery.shipment.service;

import java.util.Optional;

/**
 * Which shipments to list.
 *
 * @param status where they stand, or empty for all
 * @param customerId whom they go to, or empty for all
 * @param afterId the id to go on behind; the first id comes after the empty string
 */
public record ShipmentQuery(Optional<ShipmentStatus> status, Optional<String> customerId, String afterId) {}
