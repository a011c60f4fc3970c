package io.millrace.chassis.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.outbox.StoredRows;
import io.nats.client.Message;
import io.nats.client.impl.NatsMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SentBatchTest {

    private static final Duration PATIENCE = Duration.ofMillis(1);
    private static final long LAST = 1_500;

    private final CompletableFuture<Message> reply = new CompletableFuture<>();
    private final SentBatch batch = new SentBatch(new StoredRows(List.of(1L), LAST), reply, new Receipt.Linked(LAST));
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void waitsForASlowServerAsLongAsTheStreamMoves() throws Exception {
        batch.awaitStored(PATIENCE, () -> {
            if (looks.incrementAndGet() == 5) {
                reply.complete(acknowledgement());
            }
            return 500 + looks.get();
        });

        assertThat(looks).hasValue(5);
    }

    @Test
    void doubtsWhenTheStreamStandsStill() {
        assertThatThrownBy(() -> batch.awaitStored(PATIENCE, () -> 500 + Math.min(3, looks.incrementAndGet())))
                .isInstanceOf(Doubt.class)
                .hasMessage("no acknowledgement within 1 ms");
        assertThat(looks).hasValue(4);
    }

    @Test
    void doubtsWhenTheBatchIsStoredAndNobodySaysSo() {
        assertThatThrownBy(() -> batch.awaitStored(PATIENCE, () -> LAST)).isInstanceOf(Doubt.class);
    }

    private static Message acknowledgement() {
        return NatsMessage.builder()
                .subject("inbox")
                .data("{\"stream\":\"ORDERS\",\"seq\":1500}".getBytes(UTF_8))
                .build();
    }
}
