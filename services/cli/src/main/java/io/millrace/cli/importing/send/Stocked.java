package io.millrace.cli.importing.send;

/**
 * What came of the products of a file.
 *
 * @param restocked how many of them pieces came in for, now and not before
 * @param pieces how many came in
 */
public record Stocked(Counts products, long restocked, long pieces) {

    static final Stocked NOTHING = new Stocked(Counts.NONE, 0, 0);

    Stocked listed(Outcome outcome) {
        return new Stocked(products.plus(outcome), restocked, pieces);
    }

    Stocked received(long more) {
        return new Stocked(products, restocked + 1, pieces + more);
    }
}
