package io.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.cli.CommandFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class PerformanceTest {

    private final StringWriter out = new StringWriter();
    private final Performance performance =
            new Performance(new PrintWriter(out), Ansi.OFF, Path.of("logs"), Clock.systemUTC());

    @Test
    void tellsEachStepWithATickADurationAndWhatWasSeen() throws InterruptedException {
        performance.play(List.of(new Step("Place an order", _ -> "it was placed")), null);

        assertThat(out.toString()).matches("(?s) 1  Place an order +\u2713 +0[.,]\\d\\d s\n    it was placed\n");
    }

    @Test
    void endsWithTheFirstStepThatFailsAndSaysWhy() {
        Step failing = new Step("Place an order", _ -> {
            throw new CommandFailure("a service answered 422: the customer is not known");
        });

        assertThatThrownBy(() -> performance.play(List.of(failing, new Step("Never", _ -> "never")), null))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("The step 'Place an order' failed: a service answered 422: the customer is not known;"
                        + " the logs are in logs.");
        assertThat(out.toString()).contains("\u2717").doesNotContain("Never");
    }

    @Test
    void waitsForAFactNoLongerThanItsLimit() {
        Await await = new Await(Clock.systemUTC(), Duration.ZERO);

        assertThatThrownBy(() -> await.until("the shipment", Optional::empty))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("the shipment was not seen within 0 s");
    }
}
