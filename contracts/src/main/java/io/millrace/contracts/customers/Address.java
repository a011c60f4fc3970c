package io.millrace.contracts.customers;

/**
 * Where a customer lives. Lines that are not known are left out.
 *
 * @param street street and house number, or null
 * @param postalCode or null
 * @param city or null
 * @param country never null
 */
public record Address(String street, String postalCode, String city, String country) {}
