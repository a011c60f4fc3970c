package io.millrace.cli;

import java.io.Console;
import java.util.Optional;

/** Where a person sits: bars are drawn there, and questions are asked there. */
public final class Terminal {

    private Terminal() {}

    /** Empty where input comes from elsewhere, or output goes elsewhere. */
    public static Optional<Console> find() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
