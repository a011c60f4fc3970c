package io.millrace.cli.up;

import io.millrace.cli.shop.ServiceProcess;
import io.millrace.cli.shop.ServiceSpec;
import io.millrace.cli.shop.Shop;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Where everything of a shop is to be found. */
public final class AddressTable {

    private static final String ROW = "  %-10s  %-22s  %-26s  %-29s  %s";

    private final Shop shop;

    public AddressTable(Shop shop) {
        this.shop = shop;
    }

    public void print(PrintWriter out, Ansi ansi) {
        out.println();
        out.println(ansi.string("@|bold " + ROW.formatted("SERVICE", "REST", "API PAGE", "HEALTH", "DATABASE") + "|@"));
        for (ServiceProcess service : shop.services()) {
            String url = service.url().toString();
            boolean provider = service.name().equals(ServiceSpec.PROVIDER.name());
            out.println(ROW.formatted(
                    service.name(),
                    url,
                    provider ? "(sandbox for payments)" : url + "/api",
                    url + "/health",
                    provider ? "" : shop.databaseUrl(service.name())));
        }
        out.println();
        for (String line : lines()) {
            out.println("  " + line);
        }
        out.println();
        out.flush();
    }

    private List<String> lines() {
        String nats = shop.nats().url();
        return List.of(
                "Events from now on:    nats --server %s sub 'evt.>'".formatted(nats),
                "Events of orders, from the first one on:",
                "                       nats --server %s sub --stream ORDERS --all".formatted(nats),
                "                       (the tool is at https://github.com/nats-io/natscli; Ctrl-C ends it)",
                "Logs:                  %s".formatted(shop.state().logs()));
    }
}
