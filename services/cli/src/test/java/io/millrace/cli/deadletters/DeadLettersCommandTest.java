package io.millrace.cli.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersCommandTest {

    @TempDir
    Path folder;

    private final FakeLetters many = new FakeLetters(450);
    private final FakeLetters few = new FakeLetters(2);

    @BeforeEach
    void run() throws IOException {
        FakeLetters.runFile(folder, many, few);
    }

    @AfterEach
    void close() {
        many.close();
        few.close();
    }

    @Test
    void listsAllPagesOfAllServices() {
        CommandRun list = letters("list");

        assertThat(list.exitCode()).as(list.err()).isZero();
        assertThat(list.out().lines())
                .hasSize(454)
                .startsWith(
                        "CONSUMER                POSITION  AGGREGATE                      TYPE                      "
                                + " ATTEMPTS WAITING  LAST FAILURE          REASON")
                .contains(
                        "consumer                     450  order.450                      orders.order.placed         "
                                + "      8       3  2026-01-31 08:00:00Z  no room at all")
                .endsWith("452 dead letters. ./millrace dead-letters show CONSUMER POSITION tells more.");
        assertThat(many.asked()).hasSize(3);
    }

    @Test
    void fetchesNoMoreThanTheLimitNeeds() {
        CommandRun list = letters("list", "--limit", "200", "--json");

        assertThat(list.out().lines()).hasSize(200).first().asString().startsWith("""
            {"service":"service-1","consumer":"consumer","stream":"ORDERS","position":1,\
            """);
        assertThat(many.asked()).hasSize(1);
        assertThat(few.asked()).isEmpty();
    }

    @Test
    void handsFiltersOn() {
        letters(
                "list",
                "--service",
                "service-2",
                "--consumer",
                "a-b",
                "--type",
                "t",
                "--aggregate",
                "order.1",
                "--since",
                "2026-01-31T09:00:00+01:00",
                "--error",
                "no room & more");

        assertThat(many.asked()).isEmpty();
        assertThat(few.asked())
                .containsExactly("GET /messaging/dead-letters?aggregate=order.1&consumer=a-b&error=no+room+%26+more"
                        + "&limit=200&since=2026-01-31T08%3A00%3A00Z&type=t");
    }

    @Test
    void showsOneFromWhicheverServiceHasIt() {
        CommandRun show = letters("show", "consumer", "1");

        assertThat(show.exitCode()).as(show.err()).isZero();
        assertThat(show.out())
                .startsWith("consumer at position 1 of ORDERS: DEAD")
                .contains("  ce-type: orders.order.placed")
                .contains("\"orderId\" : \"1\"")
                .contains("at Things.java")
                .contains("REDRIVE  anonymous");
        CommandRun none = letters("show", "consumer", "2");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).startsWith("Nothing is parked for consumer at position 2");
    }

    @Test
    void redrivesWithinTheLimitOverAllServices() {
        CommandRun redrive = letters("redrive", "--limit", "451", "--rate", "5", "--reason", "there is room");

        assertThat(redrive.exitCode()).as(redrive.err()).isZero();
        assertThat(redrive.out())
                .isEqualToIgnoringNewLines(
                        "service-1: 450 of 450 dead letters go back to their handlers, the last one in"
                                + " 1 m 29 s.service-2: 1 of 2 dead letters goes back to its handler.");
        assertThat(few.asked())
                .containsExactly(
                        "POST /messaging/dead-letters/redrive {\"ratePerSecond\":5,\"limit\":1,\"reason\":\"%s\"}"
                                .formatted(System.getProperty("user.name") + ": there is room"));
    }

    @Test
    void aDryRunOnlyCounts() {
        CommandRun redrive = letters("redrive", "--consumer", "consumer", "--position", "1,2", "--dry-run");

        assertThat(redrive.out().lines())
                .containsExactly("service-1: 450 dead letters match.", "service-2: 2 dead letters match.");
        assertThat(Stream.concat(many.asked().stream(), few.asked().stream()))
                .allMatch(request -> request.equals("POST /messaging/dead-letters/redrive"
                        + " {\"consumer\":\"consumer\",\"positions\":[1,2],\"dryRun\":true}"));
    }

    @Test
    void discardsOnlyWhenToldWhichAndYes() {
        CommandRun unclear = letters("discard", "--yes");
        assertThat(unclear.exitCode()).isEqualTo(2);
        assertThat(unclear.err()).startsWith("Say which dead letters to discard, or --all.");
        CommandRun unsure = letters("discard", "--error", "no room");
        assertThat(unsure.exitCode()).isEqualTo(1);
        assertThat(unsure.err()).startsWith("Nothing was discarded: say --yes to discard them.");
        assertThat(many.asked()).allMatch(request -> request.contains("\"dryRun\":true"));

        CommandRun discard = letters("discard", "--all", "--yes");
        assertThat(discard.exitCode()).as(discard.err()).isZero();
        assertThat(discard.out()).startsWith("service-1: 450 of 450 dead letters are discarded.");
    }

    @Test
    void oneIsOne() throws IOException {
        try (FakeLetters single = new FakeLetters(1)) {
            FakeLetters.runFile(folder, single);

            assertThat(letters("redrive", "--dry-run").out())
                    .isEqualToIgnoringNewLines("service-1: 1 dead letter matches.");
            assertThat(letters("redrive").out())
                    .isEqualToIgnoringNewLines("service-1: 1 of 1 dead letter goes back to its handler.");
            assertThat(letters("discard", "--all", "--yes").out())
                    .isEqualToIgnoringNewLines("service-1: 1 of 1 dead letter is discarded.");
        }
    }

    @Test
    void showsWhatWasDone() {
        assertThat(letters("actions").out())
                .contains("WHEN", "WHO")
                .contains("2026-01-31 09:00:00Z", "REDRIVE", "evt.orders.order.1.placed", "ana: there is room again");
    }

    @Test
    void asksTheOthersWhenOneDoesNotAnswer() {
        many.close();

        CommandRun list = letters("list");

        assertThat(list.exitCode()).isEqualTo(1);
        assertThat(list.err()).startsWith("service-1 does not answer at " + many.url());
        assertThat(list.out().lines()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThat(letters("list", "--since", "yesterday").exitCode()).isEqualTo(2);
        assertThat(letters("list", "--since", "yesterday").err())
                .contains("'yesterday' is neither how long ago, such as 30m, 2h or 7d, nor a time");
        assertThat(letters("list", "--limit", "0").err()).contains("'0' is not a whole number above 0");
        assertThat(letters("list", "--service", "nobody").err())
                .startsWith("The running shop has no service 'nobody', but these: service-1, service-2.");
        assertThat(CommandRun.of("dead-letters").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("dead-letters", "bury").err())
                .startsWith("There is no command 'bury', but these: list, show, redrive, discard, actions.");
    }

    @Test
    void teachesEachCommandWithExamples() {
        for (String command : new String[] {"list", "show", "redrive", "discard", "actions"}) {
            assertThat(CommandRun.of("dead-letters", command, "--help").out())
                    .contains("Examples:", "./millrace dead-letters " + command);
        }
    }

    private CommandRun letters(String command, String... options) {
        return CommandRun.of(
                Stream.concat(Stream.of("dead-letters", command, "--state", folder.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }
}
