package io.millrace.inventory.product.service;

/**
 * Where the pieces of a product are.
 *
 * <p>INVARIANT: {@code received = onHand + held + shipped - returned}.
 *
 * @param received all that ever came
 * @param onHand what can be had
 * @param held what is kept for orders
 * @param shipped what left the house, whether or not it came back
 * @param returned what came back
 */
public record Stock(long received, long onHand, long held, long shipped, long returned) {

    /** More than this no product receives: it is what an event can say of an order's pieces. */
    public static final long MOST = Integer.MAX_VALUE;

    static final Stock NONE = new Stock(0, 0, 0, 0, 0);

    public Stock {
        if (onHand < 0 || held < 0 || received > MOST || received != onHand + held + shipped - returned) {
            throw new IllegalArgumentException(
                    "no such stock: %d received, %d on hand, %d held, %d shipped, %d returned"
                            .formatted(received, onHand, held, shipped, returned));
        }
    }

    /** How many pieces may still come. */
    long room() {
        return MOST - received;
    }

    Stock receive(int pieces) {
        return new Stock(received + pieces, onHand + pieces, held, shipped, returned);
    }

    Stock hold(int pieces) {
        return new Stock(received, onHand - pieces, held + pieces, shipped, returned);
    }

    Stock release(int pieces) {
        return new Stock(received, onHand + pieces, held - pieces, shipped, returned);
    }

    Stock ship(int pieces) {
        return new Stock(received, onHand, held - pieces, shipped + pieces, returned);
    }

    Stock takeBack(int pieces) {
        return new Stock(received, onHand + pieces, held, shipped, returned + pieces);
    }
}
