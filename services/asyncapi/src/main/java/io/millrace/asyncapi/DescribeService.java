package io.millrace.asyncapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.asyncapi.code.Libraries;
import io.millrace.asyncapi.code.ServiceCode;
import io.millrace.asyncapi.code.Title;
import io.millrace.asyncapi.document.AsyncApi;
import io.millrace.asyncapi.page.EventsPage;
import io.millrace.asyncapi.reads.Reads;
import io.millrace.asyncapi.reads.ReadsJson;
import io.millrace.contracts.json.StrictJson;
import io.millrace.contracts.registry.ContractException;
import io.millrace.contracts.registry.ContractRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes down what a service emits, handles and reads: {@code java -cp <the service and all it needs>
 * io.millrace.asyncapi.DescribeService <its class files> [<its name>]}. A build runs it behind the compiler; what it writes goes into
 * the service's jar.
 *
 * <p>Exit codes: 0 done, 1 with one sentence on standard error.
 */
public final class DescribeService {

    /** How consumers have the server deliver: the chassis brings it. */
    private static final String DELIVERY = "META-INF/millrace/delivery.json";

    private static final ObjectWriter JSON = new JsonMapper()
            .writer(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private DescribeService() {}

    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2 || !Files.isDirectory(Path.of(arguments[0]))) {
            System.err.println("give the folder of the class files, for example target/classes, and the service's name"
                    + " where application.yml does not say it");
            System.exit(1);
        }
        try {
            Path classes = Path.of(arguments[0]);
            String service = arguments.length == 2 ? arguments[1] : nameIn(classes);
            describe(service, classes, DescribeService.class.getClassLoader());
        } catch (IllegalArgumentException | ContractException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Writes all files of a service.
     *
     * @throws IllegalArgumentException if its code says something that cannot be; the message says what
     */
    static void describe(String service, Path classes, ClassLoader classPath) {
        ServiceCode code = new ServiceCode(classes, Libraries.ofClassPath(classes), classPath);
        Reads reads = code.reads(service);
        ContractRegistry contracts = ContractRegistry.fromClassPath(classPath);
        KnownEvents.require(reads, contracts);
        OwnContracts.require(classes, classPath);
        ObjectNode document = AsyncApi.document(
                reads, code.title().orElse(new Title(service, "1.0", "")), contracts, delivery(classPath));
        write(classes, ReadsJson.RESOURCE, json(ReadsJson.write(reads)));
        write(classes, AsyncApi.RESOURCE, json(document));
        write(classes, EventsPage.RESOURCE, EventsPage.ofService(document));
    }

    private static String nameIn(Path classes) {
        return ServiceName.in(classes)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no application.yml in " + classes + " has a micronaut.application.name"));
    }

    private static JsonNode delivery(ClassLoader classPath) {
        try (InputStream in = classPath.getResourceAsStream(DELIVERY)) {
            return in != null ? StrictJson.read(in.readAllBytes()) : JsonNodeFactory.instance.objectNode();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + DELIVERY, e);
        }
    }

    private static String json(JsonNode node) {
        try {
            return JSON.writeValueAsString(node) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path classes, String resource, String content) {
        Path file = classes.resolve(resource);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
