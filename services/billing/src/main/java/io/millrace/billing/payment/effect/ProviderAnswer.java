package io.millrace.billing.payment.effect;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.billing.payment.service.Outcome;
import io.millrace.contracts.json.InvalidJsonException;
import io.millrace.contracts.json.StrictJson;

/**
 * What an answer of the provider means. Only what says so clearly decides anything: a charge that is said to have
 * succeeded, a card that is said to be refused.
 */
final class ProviderAnswer {

    private static final String UNKNOWN_CARD = "unknown_card_token";
    private static final int MAX_LENGTH = 200;

    private ProviderAnswer() {}

    static Outcome read(int status, byte[] body) {
        return switch (status) {
            case 200, 201 -> succeeded(body);
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
            boolean clear =
                    answer.path("status").asText().equals("succeeded") && !id.isEmpty() && id.length() <= MAX_LENGTH;
            return clear ? new Outcome.Done(id) : new Outcome.Unknown("the answer does not say what was done");
        } catch (InvalidJsonException e) {
            return new Outcome.Unknown("the answer " + e.getMessage());
        }
    }

    /** Where the code is missing, the card is refused all the same. */
    private static Outcome declined(byte[] body) {
        String code = code(body);
        return new Outcome.Declined(code.isEmpty() ? "declined" : code);
    }

    private static Outcome refused(int status, byte[] body) {
        String code = code(body);
        return new Outcome.Refused("answered " + status + (code.isEmpty() ? "" : " " + code));
    }

    private static String code(byte[] body) {
        try {
            String code = StrictJson.read(body).path("error").path("code").asText();
            return code.substring(0, Math.min(code.length(), MAX_LENGTH));
        } catch (InvalidJsonException e) {
            return "";
        }
    }
}
