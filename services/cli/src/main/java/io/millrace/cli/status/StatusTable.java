package io.millrace.cli.status;

import io.millrace.cli.rest.MessagingState;
import io.millrace.cli.rest.MessagingState.Consumer;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Help.Ansi;

/** The state of a shop for people. */
final class StatusTable {

    private static final String SERVICE_ROW = "%-12s %-22s %-13s %8s  %s";
    private static final String CONSUMER_ROW = "%-22s %-12s %10s %8s %7s %7s  %s";

    private final PrintWriter out;
    private final Ansi ansi;

    StatusTable(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    void print(List<ServiceStatus> services) {
        heading("     " + SERVICE_ROW.formatted("SERVICE", "ADDRESS", "NATS", "OUTBOX", "RELAY"));
        services.forEach(this::service);
        out.println();
        heading("     " + CONSUMER_ROW.formatted("CONSUMER", "STREAM", "POSITION", "LAG", "PARKED", "DEAD", "STATE"));
        services.stream()
                .filter(ServiceStatus::knowsMessaging)
                .flatMap(service -> service.messagingState().consumers().stream())
                .forEach(this::consumer);
        out.flush();
    }

    private void service(ServiceStatus service) {
        String mark = ansi.string(service.up() ? "@|green up  |@ " : "@|red down|@ ");
        if (service.knowsMessaging()) {
            MessagingState state = service.messagingState();
            out.println(mark
                    + SERVICE_ROW.formatted(
                            service.name(),
                            service.url(),
                            state.nats(),
                            number(state.outbox().backlog()),
                            state.outbox().relay()));
        } else {
            out.println(mark + SERVICE_ROW.formatted(service.name(), service.url(), "?", "?", "does not answer"));
        }
    }

    private void consumer(Consumer consumer) {
        out.println("     "
                + CONSUMER_ROW.formatted(
                        consumer.name(),
                        consumer.stream(),
                        "%,d".formatted(consumer.position()),
                        number(consumer.lag()),
                        number(consumer.parked()),
                        number(consumer.dead()),
                        consumer.state()));
    }

    private void heading(String text) {
        out.println(ansi.string("@|bold " + text + "|@"));
    }

    private static String number(OptionalLong number) {
        return number.isPresent() ? "%,d".formatted(number.getAsLong()) : "?";
    }
}
