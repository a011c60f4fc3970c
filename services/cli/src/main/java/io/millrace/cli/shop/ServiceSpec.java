package io.millrace.cli.shop;

import java.util.List;
import java.util.stream.Stream;

/**
 * A service of the shop.
 *
 * @param name the application's name, which is also that of its database
 * @param module the folder below {@code services} that it is built in
 */
public record ServiceSpec(String name, String module, String mainClass) {

    public static final ServiceSpec CUSTOMERS =
            new ServiceSpec("customers", "customers", "io.millrace.customers.Customers");
    public static final ServiceSpec ORDERS = new ServiceSpec("orders", "orders", "io.millrace.orders.Orders");
    public static final ServiceSpec DELIVERY = new ServiceSpec("delivery", "delivery", "io.millrace.delivery.Delivery");
    public static final ServiceSpec BILLING = new ServiceSpec("billing", "billing", "io.millrace.billing.Billing");

    /** The sandbox payment provider: no service, but a process of the shop. */
    public static final ServiceSpec PROVIDER = new ServiceSpec("provider", "cli", "io.millrace.cli.Millrace");

    /** What this runs in: an image of it applies streams. */
    public static final ServiceSpec COMMAND_LINE = new ServiceSpec("cli", "cli", "io.millrace.cli.Millrace");

    public static final ServiceSpec INVENTORY =
            new ServiceSpec("inventory", "inventory", "io.millrace.inventory.Inventory");

    /** All services of the shop. */
    public static final List<ServiceSpec> ALL = List.of(
            CUSTOMERS, //
            ORDERS, DELIVERY, INVENTORY, BILLING);

    /** All services of the shop, and the sandbox provider that they pay at. */
    public static final List<ServiceSpec> WITH_PROVIDER =
            Stream.concat(ALL.stream(), Stream.of(PROVIDER)).toList();

    /** The same service once more under another name, with a database and consumers of its own. */
    public ServiceSpec as(String otherName) {
        return new ServiceSpec(otherName, module, mainClass);
    }
}
