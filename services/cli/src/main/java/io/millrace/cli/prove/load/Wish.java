package io.millrace.cli.prove.load;

import java.util.List;

/** An order as it is sent, again and again until it is placed: an earlier sending may still be on its way. */
record Wish(OwnOrder order, List<Product> products, String cardToken) {

    /** False if orders has not heard of the customer yet. */
    boolean isPlaced(OrderRequests orders) throws InterruptedException {
        return orders.place(order, products, cardToken);
    }
}
