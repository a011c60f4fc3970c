package io.millrace.cli.importing.plan;

import java.util.regex.Pattern;

/**
 * The SKU of a stock code. An SKU is an id of letters, digits, '-' and '_'; whatever else a code has becomes a '-': BANK
 * CHARGES is the product BANK-CHARGES. Letters stay as they are, so 85123a and 85123A are two products, as in the file.
 */
final class Skus {

    static final int LONGEST = 64;

    private static final Pattern NOT_IN_AN_ID = Pattern.compile("[^A-Za-z0-9_-]");

    private Skus() {}

    /** @param code not empty, and not longer than {@link #LONGEST} */
    static String of(String code) {
        return NOT_IN_AN_ID.matcher(code).replaceAll("-");
    }
}
