package io.millrace.testkit.provider;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The cards that a sandbox provider knows, and what becomes of a charge. The token is the name behind {@code tok_}. */
public enum SandboxCard {
    APPROVE,
    DECLINE("card_declined"),
    INSUFFICIENT_FUNDS("insufficient_funds"),
    EXPIRED("expired_card"),
    /** Approves, and answers after a while. */
    SLOW,
    /** Fails with 500 a few times, then approves. */
    ERROR,
    /** Approves, and never answers the first time. */
    FORGET,
    /** Approves, and the first answer comes twice with rubbish behind it. */
    TWICE;

    private final Optional<String> refusal;

    SandboxCard() {
        this.refusal = Optional.empty();
    }

    SandboxCard(String refusal) {
        this.refusal = Optional.of(refusal);
    }

    public String token() {
        return "tok_" + name().toLowerCase(Locale.ROOT);
    }

    /** The code that a charge is declined with, or empty if it is approved. */
    Optional<String> refusal() {
        return refusal;
    }

    static Optional<SandboxCard> of(String token) {
        return Stream.of(values()).filter(card -> card.token().equals(token)).findFirst();
    }
}
