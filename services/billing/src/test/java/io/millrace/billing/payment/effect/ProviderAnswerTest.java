package io.millrace.billing.payment.effect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.billing.payment.service.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only what says clearly what was done decides anything. */
class ProviderAnswerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"id\":\"ch_1\",\"status\":\"succeeded\"} | Done[reference=ch_1]",
                "200 | {\"id\":\"ch_1\",\"status\":\"pending\"} | Unknown",
                "200 | {\"status\":\"succeeded\"} | Unknown",
                "200 | {\"id\":\"ch_1\",\"status\":\"succeeded\"}{\"id\":\"ch_1\"} | Unknown",
                "200 | <html> | Unknown",
                "402 | {\"error\":{\"code\":\"card_declined\"}} | Declined[code=card_declined]",
                "402 | rubbish | Declined[code=declined]",
                "404 | {\"error\":{\"code\":\"unknown_card_token\"}} | Declined[code=unknown_card_token]",
                "404 | {\"error\":{\"code\":\"resource_missing\"}} | Refused[reason=answered 404 resource_missing, keyUsed=false]",
                "400 | {} | Refused[reason=answered 400, keyUsed=false]",
                "401 | {\"error\":{\"code\":\"invalid_api_key\"}} | LockedOut[reason=answered 401 invalid_api_key]",
                "422 | {\"error\":{\"code\":\"idempotency_key_reused\"}} | Refused[reason=answered 422 idempotency_key_reused, keyUsed=true]",
                "200 | {\"id\":\"ch\\u0000\",\"status\":\"succeeded\"} | Unknown",
                "200 | {\"id\":\"ch\\ud83d\",\"status\":\"succeeded\"} | Unknown",
                "402 | {\"error\":{\"code\":\"card\\u0000_\\ud83ddeclined\"}} | Declined[code=card_declined]",
                "402 | {\"error\":{\"code\":\"\\u0000\"}} | Declined[code=declined]",
                "400 | {\"error\":{\"code\":\"a\\u0000b\"}} | Refused[reason=answered 400 ab, keyUsed=false]",
                "401 | {\"error\":{\"code\":\"idempotency_key_of_another\"}} | Refused[reason=answered 401 idempotency_key_of_another, keyUsed=true]",
                "403 | x | Refused",
                "422 | x | Refused",
                "408 | x | Unknown",
                "409 | x | Unknown",
                "429 | x | Unknown[reason=answered 429]",
                "500 | {\"error\":{\"code\":\"card_declined\"}} | Unknown[reason=answered 500]",
                "503 | x | Unknown",
                "302 | x | Unknown"
            })
    void isReadLikeThis(int status, String body, String outcome) {
        Outcome read = ProviderAnswer.read(status, body.getBytes(UTF_8));

        assertThat(read.toString()).startsWith(outcome);
    }

    @Test
    void aLongCodeIsCutBetweenCharacters() {
        String code = "x".repeat(199) + "\uD83D\uDE00\uD83D\uDE00";

        Outcome read = ProviderAnswer.read(
                402, "{\"error\":{\"code\":\"%s\"}}".formatted(code).getBytes(UTF_8));

        assertThat(read).isEqualTo(new Outcome.Declined("x".repeat(199) + "\uD83D\uDE00"));
    }
}
