package io.millrace.contracts.customers;

/**
 * A name in two parts.
 *
 * @param given the given names, or the whole name of somebody who has one name only
 * @param family or null
 */
record PersonName(String given, String family) {

    /**
     * Divides a name at its last blank.
     *
     * <p>Where a name is to be divided cannot be known: of {@code Ana de la Fuente} this makes the family name
     * {@code Fuente}. What it guarantees is the full name: {@link #full()} is, character by character, the name that was
     * given. A name that cannot be divided so becomes the given name as a whole.
     */
    static PersonName of(String full) {
        int blank = full.lastIndexOf(' ');
        return blank < 1 || blank == full.length() - 1
                ? new PersonName(full, null)
                : new PersonName(full.substring(0, blank), full.substring(blank + 1));
    }

    String full() {
        return family == null ? given : given + " " + family;
    }
}
