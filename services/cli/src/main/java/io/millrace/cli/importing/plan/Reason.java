package io.millrace.cli.importing.plan;

/** Why a line is refused. */
public enum Reason {
    CANCELLATION("the invoice is a cancellation (its number starts with C)", true),
    NO_CUSTOMER("no customer", true),
    QUANTITY_NOT_ABOVE_ZERO("the quantity is not above zero", true),
    PRICE_NOT_ABOVE_ZERO("the price is not above zero", true),
    LESS_THAN_A_PENNY("quantity times price is less than half a penny, which nobody can pay", true),
    BROKEN("the line cannot be read", false),
    UNREADABLE("a field cannot be read", false),
    HELD_BACK("the order is held back, because one of its lines cannot be read", false),
    ANOTHER_CUSTOMER("the invoice belongs to another customer", false),
    NOT_ACCEPTED("a service did not accept it", false);

    private final String text;
    private final boolean byRule;

    Reason(String text, boolean byRule) {
        this.text = text;
        this.byRule = byRule;
    }

    /** For people, to be followed by a detail. */
    public String text() {
        return text;
    }

    /** Whether refusing it is what the import is asked to do, and so no failure of it. */
    public boolean byRule() {
        return byRule;
    }
}
