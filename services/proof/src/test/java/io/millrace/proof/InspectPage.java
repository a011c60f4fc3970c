package io.millrace.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.cli.shop.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands of docs/inspect.md, and what each answer must hold. */
final class InspectPage {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    private static final List<String> READERS_OF_ORDERS =
            List.of("billing-orders", "delivery-orders", "inventory-orders", "orders-orders");

    /** By the words with which a command begins; the longest that fits counts. */
    private static final Map<String, List<String>> ANSWERS = Map.ofEntries(
            Map.entry(
                    "nats sub --stream ORDERS --all --terminate-at-end --wait 5s 'evt.orders.*.",
                    List.of(
                            "order.42.placed",
                            "fulfilment.42.stock_requested",
                            "order.42.confirmed",
                            "ce-causationid")),
            Map.entry("nats sub --stream INVENTORY ", List.of("evt.inventory.reservation.42.held")),
            Map.entry("nats sub --stream BILLING ", List.of("evt.billing.payment.42.captured")),
            Map.entry("nats sub --stream DELIVERY ", List.of("evt.delivery.shipment.42.prepared")),
            Map.entry("nats sub 'evt.*.*.", List.of("evt.delivery.shipment.42.")),
            Map.entry("nats stream get ORDERS --last-for ", List.of("evt.orders.order.42.confirmed", "ce-sequence")),
            Map.entry("nats stream report", List.of("ORDERS", "CUSTOMERS", "DEAD_LETTERS")),
            Map.entry("nats stream info ORDERS", List.of("evt.orders.>", "Last Sequence")),
            Map.entry("nats stream subjects CUSTOMERS ", List.of("evt.customers.customer.")),
            Map.entry(
                    "nats sub --stream ORDERS --terminate-at-end --wait 5s --since ",
                    List.of("evt.orders.order.42.placed")),
            Map.entry("nats stream get ORDERS 17", List.of("ORDERS#17", "ce-type")),
            Map.entry("nats sub --stream CUSTOMERS --all ", List.of("\"customerId\":")),
            Map.entry(
                    "nats sub --stream ORDERS --all --terminate-at-end --wait 5s --subjects-only ",
                    List.of("evt.orders.order.0.placed", "evt.orders.order.599.placed")),
            Map.entry("nats sub --stream ORDERS --start-sequence 100 ", List.of("ce-type", "#10")),
            Map.entry("nats sub 'evt.>'", List.of("evt.delivery.shipment.")),
            Map.entry("nats consumer report ORDERS", READERS_OF_ORDERS),
            Map.entry(
                    "nats consumer info ORDERS delivery-orders",
                    List.of("deliver.delivery-orders.", "Unprocessed Messages: 0")),
            Map.entry("nats sub --stream DEAD_LETTERS ", List.of("millrace-reason: it broke")),
            Map.entry("nats stream subjects DEAD_LETTERS ", List.of("dlq.delivery-orders.evt.orders.order.42.placed")),
            Map.entry(
                    "./millrace streams drift",
                    List.of("All 6 streams are as declared.", "All 11 consumers are as declared.")),
            Map.entry("nats stream edit ORDERS ", List.of()),
            Map.entry("nats stream backup ORDERS ", List.of()),
            Map.entry("nats stream rm ORDERS ", List.of()),
            Map.entry("nats stream restore ", List.of("ORDERS")));

    private InspectPage() {}

    /** Every command, with an order that the shop has. */
    static List<String> commands() throws IOException {
        String page = Files.readString(Home.find().folder().resolve("docs/inspect.md"));
        List<String> commands = BLOCK.matcher(page)
                .results()
                .flatMap(block -> block.group(1).lines())
                .filter(line -> !line.isBlank())
                .map(line -> line.replace("536365", "42").replace("date -d 10:00", "date -d yesterday"))
                .toList();
        assertThat(ANSWERS.keySet())
                .as("commands that the page does not have")
                .allMatch(words -> commands.stream().anyMatch(command -> command.startsWith(words)));
        assertThat(commands)
                .filteredOn(command -> command.contains("--terminate-at-end"))
                .as("end where there is nothing to find, which the tool does not by itself")
                .allMatch(command -> command.contains("--wait "));
        return commands;
    }

    /** One that asks for an order, with an order that nobody knows. */
    static String ofNothing() throws IOException {
        return commands().stream()
                .filter(command -> command.contains("--terminate-at-end") && command.contains(".42."))
                .findFirst()
                .orElseThrow()
                .replace(".42.", ".unheard-of.");
    }

    /** What must be read in its answer. */
    static List<String> answer(String command) {
        return ANSWERS.entrySet().stream()
                .filter(answer -> command.startsWith(answer.getKey()))
                .max((one, other) ->
                        Integer.compare(one.getKey().length(), other.getKey().length()))
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new AssertionError("Nobody has said what this answers: " + command));
    }

    /** Whether it goes on until somebody ends it. */
    static boolean isEndless(String command) {
        return command.startsWith("nats sub ")
                && Stream.of("--terminate-at-end", "--count").noneMatch(command::contains);
    }

    /** How a report would name what is missing. */
    static String missing(String command, String text) {
        return answer(command).stream()
                .filter(part -> !text.contains(part))
                .collect(Collectors.joining(", ", command + " does not answer: ", "\n" + text));
    }
}
