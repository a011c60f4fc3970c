package io.millrace.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.cli.prove.Act;
import io.millrace.cli.prove.Proof;
import io.millrace.cli.prove.ProofPlan;
import io.millrace.cli.prove.ProofResult;
import io.millrace.cli.prove.fault.Faults;
import io.millrace.cli.prove.fault.Struck;
import io.millrace.cli.prove.report.ProofText;
import io.millrace.cli.prove.stage.ProofStage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** The short version of {@code millrace prove}: each fault that is quickly over, once at least. */
class ProofIT {

    private static final Duration LENGTH = Duration.ofSeconds(60);
    private static final int CALLERS = 8;

    @TempDir
    Path folder;

    @Test
    void nothingIsLostDoubledOrOutOfOrderWhateverStrikes() throws Exception {
        long seed = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);

        Act act = new Act(ProofStage.Kind.ONE_SERVER, LENGTH, 1, Faults.quick());
        ProofResult result = new Proof(new ProofPlan(seed, CALLERS, List.of(act)), folder).run(() -> {});

        StringWriter text = new StringWriter();
        new ProofText(new PrintWriter(text), Ansi.OFF).print(result);
        assertThat(result.faults()).allMatch(fault -> fault.times() > 0);
        assertThat(result.faults())
                .flatMap(Struck::unrecovered)
                .as(text.toString())
                .isEmpty();
        assertThat(result.holds()).as(text.toString()).isTrue();
        assertThat(result.acknowledged()).isGreaterThan(1000);
    }
}
