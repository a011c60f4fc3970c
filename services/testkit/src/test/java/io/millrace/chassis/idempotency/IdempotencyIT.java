package io.millrace.chassis.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyIT {

    /** What somebody wants. */
    @Serdeable
    record Wish(String what, String how) {}

    private static final Wish TEA = new Wish("tea", "hot");

    private final ChassisFixture fixture = new ChassisFixture();
    private final Idempotency idempotency = fixture.bean(Idempotency.class);

    @BeforeEach
    void table() {
        fixture.sql("CREATE TABLE done (what text)");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aRequestThatIsSentAgainHasTheSameAnswerAndDoesNothing() {
        HttpResponse<?> first = once("k", TEA, this::accepted);
        HttpResponse<?> again = once("k", TEA, this::accepted);

        assertThat(first.code()).isEqualTo(202);
        assertThat(again.code()).isEqualTo(202);
        assertThat(again.getHeaders().get(HttpHeaders.LOCATION)).isEqualTo("/teas/1");
        assertThat(new String((byte[]) again.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"what\":\"tea\",\"how\":\"hot\"}");
        assertThat(done()).isOne();
    }

    @Test
    void aKeyIsForOneRequest() {
        once("k", TEA, this::accepted);

        assertThatThrownBy(() -> once("k", new Wish("tea, how=hot", ""), this::accepted))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> idempotency.once(
                        HttpRequest.POST("/teas?iced=true", TEA).header(Idempotency.HEADER, "k"), TEA, this::accepted))
                .isInstanceOf(ProblemException.class);
        assertThat(done()).isOne();
    }

    @Test
    void whatFailedCanBeSentAgain() {
        assertThatThrownBy(() -> once("k", TEA, () -> {
                    accepted();
                    throw new IllegalStateException("the kettle is broken");
                }))
                .hasMessage("the kettle is broken");
        assertThat(once("k", TEA, () -> {
                            accepted();
                            return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE);
                        })
                        .code())
                .isEqualTo(503);
        assertThat(done()).isZero();

        assertThat(once("k", TEA, this::accepted).code()).isEqualTo(202);
        assertThat(done()).isOne();
    }

    @Test
    void aRefusalIsRemembered() {
        once("k", TEA, HttpResponse::badRequest);

        assertThat(once("k", TEA, this::accepted).code()).isEqualTo(400);
        assertThat(done()).isZero();
    }

    @Test
    void aRefusalThatSaysWhenToComeAgainIsNot() {
        once("k", TEA, () -> HttpResponse.unprocessableEntity().header(HttpHeaders.RETRY_AFTER, "1"));

        assertThat(once("k", TEA, this::accepted).code()).isEqualTo(202);
        assertThat(done()).isOne();
    }

    @Test
    void anotherConditionIsAnotherRequest() {
        once("k", TEA, this::accepted);

        assertThatThrownBy(() -> idempotency.once(
                        HttpRequest.POST("/teas", TEA)
                                .header(Idempotency.HEADER, "k")
                                .header(HttpHeaders.IF_MATCH, "\"2\""),
                        TEA,
                        this::accepted))
                .isInstanceOf(ProblemException.class);
        assertThat(done()).isOne();
    }

    @Test
    void ofTwoAtTheSameTimeTheSecondWaitsForTheFirst() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> once("k", TEA, () -> {
                begun.countDown();
                await(goOn);
                return accepted();
            }));
            begun.await();
            var second = threads.submit(() -> once("k", TEA, this::accepted));
            assertThat(second).isNotDone();
            goOn.countDown();

            assertThat(first.get().code()).isEqualTo(202);
            assertThat(second.get().code()).isEqualTo(202);
        }
        assertThat(done()).isOne();
    }

    @Test
    void withoutAKeyItIsATransactionAllTheSame() {
        assertThatThrownBy(() -> idempotency.once(HttpRequest.POST("/teas", TEA), TEA, () -> {
                    accepted();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(done()).isZero();
    }

    @Test
    void keysAreForgottenAfterAWhile() {
        once("k", TEA, this::accepted);
        int forgotten = fixture.transactions()
                .executeWrite(tx -> new KeyTable(tx.getConnection()).prune(Duration.ofHours(1), 10));
        assertThat(forgotten).isZero();

        fixture.sql("UPDATE messaging.idempotency_key SET used_at = now() - interval '2 hours'");
        forgotten = fixture.transactions()
                .executeWrite(tx -> new KeyTable(tx.getConnection()).prune(Duration.ofHours(1), 10));
        assertThat(forgotten).isOne();
        once("k", TEA, this::accepted);
        assertThat(done()).isEqualTo(2);
    }

    private HttpResponse<?> once(String key, Wish wish, Supplier<HttpResponse<?>> work) {
        return idempotency.once(HttpRequest.POST("/teas", wish).header(Idempotency.HEADER, key), wish, work);
    }

    private HttpResponse<?> accepted() {
        fixture.sql("INSERT INTO done VALUES ('tea')");
        return HttpResponse.accepted().header(HttpHeaders.LOCATION, "/teas/1").body(TEA);
    }

    private int done() {
        return fixture.rows("SELECT what FROM done").size();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
