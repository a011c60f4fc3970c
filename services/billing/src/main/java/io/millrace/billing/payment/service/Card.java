package io.millrace.billing.payment.service;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A card as far as it is known here. Its text never shows the token.
 *
 * @param token what the provider knows it by, until no charge can follow any more
 * @param end the last characters of the token, for people; empty where the token is too short to hide the rest
 */
public record Card(Optional<String> token, String end) {

    private static final int SHOWN = 4;

    public Card {
        requireNonNull(token, "token");
        requireNonNull(end, "end");
    }

    public static Card of(String token) {
        return new Card(Optional.of(token), token.length() < 2 * SHOWN ? "" : token.substring(token.length() - SHOWN));
    }

    /** The same card, which cannot be charged any more. */
    Card forgotten() {
        return new Card(Optional.empty(), end);
    }

    @Override
    public String toString() {
        return "…" + end;
    }
}
