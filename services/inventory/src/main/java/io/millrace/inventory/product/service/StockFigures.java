package io.millrace.inventory.product.service;

/** The pieces of all products, counted at one moment. They may be more than one product can have. */
public record StockFigures(long products, long received, long onHand, long held, long shipped, long returned) {

    /** Whether every piece that came is accounted for. */
    public boolean isBalanced() {
        return received == onHand + held + shipped - returned;
    }
}
