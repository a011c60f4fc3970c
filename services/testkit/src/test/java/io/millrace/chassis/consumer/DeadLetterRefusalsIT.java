package io.millrace.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.testkit.rest.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad requests about dead letters, and what they get. */
class DeadLetterRefusalsIT {

    private static final String LETTERS = "/messaging/dead-letters";

    private static LettersFixture letters;

    @BeforeAll
    static void start() {
        letters = new LettersFixture();
        letters.insert("a-things", "tests.thing.happened", "x", "no room", "2026-01-01T00:00:00Z", 1, 3);
    }

    @AfterAll
    static void stop() {
        letters.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ?state=BURIED | state must be one of WAITING, RETRYING, DEAD, DISCARDED
        ?since=yesterday | since must be a time as RFC 3339 writes it
        ?since=%2B999999-01-01T00:00:00Z | since must be a time as RFC 3339 writes it
        ?limit=0 | limit must be
        ?limit=201 | limit must be
        ?limit=many | limit must be a whole number
        ?cursor=xyz | cursor must be the value of 'next'
        ?cursor=MToxNzg1MA | cursor must be the value of 'next'
        ?consumer=%20 | consumer must not be blank
        ?error=a%00b | error must not contain control characters
        /actions?cursor=xyz | cursor must be the value of 'next'
        /a-things/first | position must be a whole number
        /a-things/0 | position must be
        """)
    void questions(String path, String blame) {
        Answer answer = letters.rest().get(LETTERS + path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.blame()).startsWith(blame);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        redrive | {"positions":[1]} | consumer is required where positions are given
        redrive | {"consumer":"a-things","positions":[]} | positions
        redrive | {"consumer":"a-things","positions":[1.5]} | positions[0] must be a whole number
        redrive | {"consumer":"a-things","positions":["1"]} | positions[0] must be a whole number
        redrive | {"consumer":"a-things","positions":[null]} | positions[0]
        redrive | {"consumer":"a-things","positions":[0]} | positions[0] must be
        redrive | {"limit":0} | limit must be
        redrive | {"limit":100001} | limit must be
        redrive | {"ratePerSecond":0} | ratePerSecond must be
        redrive | {"error":""} | error must not be blank
        redrive | {"since":"soon"} | since must be a time as RFC 3339 writes it
        redrive | {"agregate":"x-1"} | agregate is not a known field
        redrive | {"dryRun":"maybe"} | dryRun must be true or false
        redrive | {"dryRun":1} | dryRun must be true or false
        discard | {} | all must be true where nothing says which ones are meant
        discard | {"all":false} | all must be true where nothing says which ones are meant
        discard | {"all":"yes"} | all must be true or false
        discard | {"limit":1} | all must be true where nothing says which ones are meant
        discard | {"all":true,"ratePerSecond":1} | ratePerSecond is not a known field
        """)
    void changes(String what, String body, String blame) {
        Answer answer = letters.rest().post(LETTERS + "/" + what, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.blame()).startsWith(blame);
        assertThat(letters.parked()).containsOnly("thing.x-1 DEAD", "thing.x-2 DEAD", "thing.x-3 DEAD");
    }

    @Test
    void whatIsNotParkedIsNotFound() {
        Answer answer = letters.rest().get(LETTERS + "/a-things/4");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("Nothing is parked there");
    }

    @Test
    void aChangeNeedsABody() {
        assertThat(letters.rest().post(LETTERS + "/redrive").status()).isEqualTo(400);
        assertThat(letters.rest().post(LETTERS + "/discard", "{").status()).isEqualTo(400);
    }
}
