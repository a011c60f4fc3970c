package io.millrace.billing.payment.effect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.billing.payment.service.Outcome;
import io.millrace.chassis.rest.PlainText;
import io.millrace.contracts.json.InvalidJsonException;
import io.millrace.contracts.json.StrictJson;
import java.util.Locale;

/**
 * What an answer of the provider means. Only what says so clearly decides anything: a charge that is said to have
 * succeeded, a card that is said to be refused.
 */
final class ProviderAnswer {

    private static final String UNKNOWN_CARD = "unknown_card_token";
    private static final String NOT_PLAIN = "[\\p{Cc}\\p{Cs}]";
    private static final int MAX_LENGTH = 200;

    private ProviderAnswer() {}

    static Outcome read(int status, byte[] body) {
        return switch (status) {
            case 200, 201 -> succeeded(body);
            case 401 -> isKeyUsed(body) ? refused(status, body) : new Outcome.LockedOut(reason(status, body));
            case 402 -> declined(body);
            case 400, 404, 422 ->
                UNKNOWN_CARD.equals(code(body)) ? new Outcome.Declined(UNKNOWN_CARD) : refused(status, body);
            case 408, 409, 425, 429 -> new Outcome.Unknown("answered " + status);
            default -> status / 100 == 4 ? refused(status, body) : new Outcome.Unknown("answered " + status);
        };
    }

    private static Outcome succeeded(byte[] body) {
        try {
            JsonNode answer = StrictJson.read(body);
            String id = answer.path("id").asText();
            boolean clear = answer.path("status").asText().equals("succeeded") && isReference(id);
            return clear ? new Outcome.Done(id) : new Outcome.Unknown("the answer does not say what was done");
        } catch (InvalidJsonException e) {
            return new Outcome.Unknown(plain("the answer " + e.getMessage()));
        }
    }

    /** What cannot be stored, or passed on in an event, is no name that anything could be found by. */
    private static boolean isReference(String id) {
        return !id.isEmpty() && id.length() <= MAX_LENGTH && id.matches(PlainText.PATTERN);
    }

    /** Where the code is missing, the card is refused all the same. */
    private static Outcome declined(byte[] body) {
        String code = code(body);
        return new Outcome.Declined(code.isEmpty() ? "declined" : code);
    }

    private static Outcome refused(int status, byte[] body) {
        return new Outcome.Refused(reason(status, body), isKeyUsed(body));
    }

    private static String reason(int status, byte[] body) {
        String code = code(body);
        return "answered " + status + (code.isEmpty() ? "" : " " + code);
    }

    private static String code(byte[] body) {
        try {
            return plain(StrictJson.read(body).path("error").path("code").asText());
        } catch (InvalidJsonException e) {
            return "";
        }
    }

    /** Whether it speaks of an idempotency key: the same one with another request. */
    private static boolean isKeyUsed(byte[] body) {
        return new String(body, UTF_8).toLowerCase(Locale.ROOT).contains("idempotency");
    }

    /** What can be stored of a text that somebody outside has written: no control characters, no half surrogates, not too much. */
    static String plain(String text) {
        String plain = text.replaceAll(NOT_PLAIN, "");
        return plain.codePointCount(0, plain.length()) <= MAX_LENGTH
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, MAX_LENGTH));
    }
}
