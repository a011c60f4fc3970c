package io.millrace.cli.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.cli.CommandRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SagasCommandTest {

    private final FakeSagas service = new FakeSagas();

    @AfterEach
    void closeService() {
        service.close();
    }

    @Test
    void listsWhereSagasStand() {
        CommandRun run = run("list", "--limit", "2");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(4).element(1).asString().contains("fulfilment", "RUNNING", "(stuck)");
        assertThat(run.out()).endsWith("There are more: --limit N shows N of them.\n");
        assertThat(service.asked()).containsExactly("/messaging/sagas?limit=200");
    }

    @Test
    void goesFromPageToPageAndPassesConditionsOn() {
        CommandRun run = run("list", "--phase", "running", "--stuck", "--limit", "300", "--json");

        assertThat(run.out().lines())
                .hasSize(300)
                .last()
                .asString()
                .startsWith("{\"type\":\"fulfilment\",\"id\":\"299\"");
        assertThat(service.asked())
                .containsExactly(
                        "/messaging/sagas?limit=200&phase=RUNNING&stuck=true",
                        "/messaging/sagas?limit=200&phase=RUNNING&stuck=true&cursor=c%3D");
    }

    @Test
    void showsEachStepWithEventAndTime() {
        CommandRun run = run("show", "7");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("saga         fulfilment 7", "phase        RUNNING (stuck)", "payment, asked 5 times")
                .contains(
                        "2026-01-31T10:00:00.123Z  stock          asked             orders.fulfilment.stock_requested")
                .contains("timed out\n");
        assertThat(run("show", "7", "--json").out()).startsWith("{\"saga\":{").contains("\"eventId\":\"e-2\"");
    }

    @Test
    void showsThatOfAPlan() {
        assertThat(run("show", "7", "--type", "fulfilment").exitCode()).isZero();

        assertThat(service.asked()).containsExactly("/messaging/sagas/7?type=fulfilment");
    }

    @Test
    void failsWithASentence() {
        assertThat(run("show", "8", "--type", "return").err()).isEqualToIgnoringNewLines("There is no saga return 8.");
        assertThat(run("show", "8").err()).isEqualToIgnoringNewLines("There is no saga 8.");
        assertThat(run("show", "8").exitCode()).isEqualTo(1);
        assertThat(run("show", "a b").exitCode()).isEqualTo(1);
        assertThat(run("list", "--phase", "gone").exitCode()).isEqualTo(2);
        assertThat(run("list", "--limit", "0").exitCode()).isEqualTo(2);
        service.close();
        assertThat(run("list").err()).startsWith("No answer from " + service.url());
    }

    private CommandRun run(String command, String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = "sagas";
        all[1] = command;
        all[2] = "--url";
        all[3] = service.url();
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return CommandRun.of(all);
    }
}
