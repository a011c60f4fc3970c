package io.millrace.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.cli.CommandRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhichServerTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:14380", "nats://:::", "nats://", "nats://a b", "", " "})
    void whatIsNoAddressIsSaidInOneSentence(String address) {
        for (String command : new String[] {"plan", "drift", "apply"}) {
            CommandRun run = CommandRun.of("streams", command, "--server", address);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith(
                            "'%s' is no address of a NATS server, such as nats://127.0.0.1:4222.".formatted(address))
                    .hasLineCount(1);
        }
    }
}
