package io.millrace.chassis.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.api.PublishAck;
import io.nats.client.impl.NatsMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

    private final Receipt atomic = new Receipt.Atomic("b-1", 500, 1_500);
    private final Receipt linked = new Receipt.Linked(1_500);

    @Test
    void theWholeBatchWhereItMustStandIsNoDoubt() {
        assertThatCode(() -> atomic.check(ack("\"seq\":1500,\"batch\":\"b-1\",\"count\":500")))
                .doesNotThrowAnyException();
        assertThatCode(() -> linked.check(ack("\"seq\":1500"))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"seq\":1499,\"batch\":\"b-1\",\"count\":500",
                "\"seq\":1500,\"batch\":\"b-0\",\"count\":500",
                "\"seq\":1500,\"batch\":\"b-1\",\"count\":499",
                "\"seq\":1500,\"batch\":\"b-1\",\"count\":500,\"duplicate\":true",
                "\"seq\":1500"
            })
    void anythingElseIsDoubtAboutABatch(String fields) {
        assertThatThrownBy(() -> atomic.check(ack(fields))).isInstanceOf(Doubt.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"seq\":1501", "\"seq\":1499", "\"seq\":1500,\"duplicate\":true"})
    void anythingElseIsDoubtAboutLinkedMessages(String fields) {
        assertThatThrownBy(() -> linked.check(ack(fields))).isInstanceOf(Doubt.class);
    }

    private static PublishAck ack(String fields) throws Exception {
        return new PublishAck(NatsMessage.builder()
                .subject("inbox")
                .data(("{\"stream\":\"ORDERS\"," + fields + "}").getBytes(UTF_8))
                .build());
    }
}
