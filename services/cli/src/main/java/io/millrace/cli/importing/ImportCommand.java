package io.millrace.cli.importing;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.importing.csv.RetailFile;
import io.millrace.cli.importing.report.Progress;
import io.millrace.cli.importing.report.RefusedPath;
import io.millrace.cli.rest.ShopUrls;
import io.millrace.cli.shop.RunningShop;
import io.millrace.cli.shop.StateFolder;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace import FILE.csv}. */
@Command(
        name = "import",
        header = "Place the orders of a retailer's CSV file.",
        description = {
            "",
            "Reads the columns InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID and Country"
                    + " (the format of the UCI data set \"Online Retail\"), in UTF-8 or ISO-8859-1, and sends a customer for"
                    + " each CustomerID, a product with the pieces that are needed for each StockCode, and an order for each"
                    + " invoice through the REST APIs. Orders are paid with the card tok_approve.",
            "",
            "Refused are cancelled invoices (number starting with C), lines without customer, and lines with a quantity or"
                    + " a price not above zero; the invoice's other lines go on. An order with a line that cannot be read"
                    + " is held back as a whole. Refused lines go to FILE.refused.csv beside the input, with the reason"
                    + " (to the current folder where the input's is read-only); that file can be repaired and imported.",
            "",
            "Doing it again adds nothing. Exit code 1 means that something was not accepted that should have been.",
            ""
        },
        footer = {"", "Example:", "  ./millrace import ~/Downloads/online-retail.csv"})
public final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StateFolder.Choice state;

    @Parameters(paramLabel = "FILE.csv", description = "The file.")
    private Path file;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            defaultValue = "16",
            description = "Requests under way at a time (${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long to go on while nothing goes on, as when a service is away (${DEFAULT-VALUE}).")
    private long patience;

    @Option(
            names = "--customers",
            paramLabel = "URL",
            description = "Where customers answers, if no './millrace up' runs here.")
    private URI customers;

    @Option(names = "--orders", paramLabel = "URL", description = "Where orders answers.")
    private URI orders;

    @Option(names = "--delivery", paramLabel = "URL", description = "Where delivery answers.")
    private URI delivery;

    @Option(names = "--inventory", paramLabel = "URL", description = "Where inventory answers.")
    private URI inventory;

    @Option(names = "--billing", paramLabel = "URL", description = "Where billing answers.")
    private URI billing;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RetailFile retail = RetailFile.of(file);
        retail.header();
        ShopUrls urls = urls();
        Path refused = RefusedPath.of(file, Path.of(""));
        ImportResult result = new FileImport(urls, inFlight, Duration.ofSeconds(patience), Clock.systemUTC())
                .run(retail, refused, (title, total) -> Progress.of(title, total, out));
        new ReportText(out).print(result, refused);
        if (!result.complete()) {
            throw new CommandFailure(incomplete(result, refused));
        }
        return 0;
    }

    private static String incomplete(ImportResult result, Path refused) {
        if (!result.settled().complete()) {
            return "Not everything has arrived everywhere: " + result.settled().trouble()
                    + "; see what ./millrace status says.";
        }
        long lines = result.refused().unexpected();
        return "%,d %s refused though it could have been an order: repair the lines in %s and import that file."
                .formatted(lines, lines == 1 ? "line was" : "lines were", refused);
    }

    private ShopUrls urls() {
        return new ShopUrls(
                url(customers, "customers"),
                url(orders, "orders"),
                url(delivery, "delivery"),
                url(inventory, "inventory"),
                url(billing, "billing"));
    }

    private URI url(URI given, String service) {
        return given == null ? RunningShop.in(state.folder()).url(service) : given;
    }
}
