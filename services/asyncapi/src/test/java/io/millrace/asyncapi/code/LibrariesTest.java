package io.millrace.asyncapi.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.asyncapi.reads.EventVersion;
import io.millrace.asyncapi.reads.Handled;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service hands parts of an event to code that is not its own. */
class LibrariesTest {

    private static final String EVENT = """
        @EventContract("shop.thing.sold")
        public record Sold(String id, Price price, Price tax) implements Event {
                public static Sold of(String id) { return new Sold(id, null, null); }
            public record Price(String amount, String currency, String note) {}
        }
        """;
    private static final String HELPER = """
        public class Prices {
            public static String text(Sold.Price price) { return price.amount() + price.currency(); }
        }
        """;

    @TempDir
    Path temp;

    @Test
    void readsWhatALibraryReads() {
        assertThat(sold("Prices.text(event.price()); event.price().note();").fields())
                .containsExactly("price", "price.amount", "price.currency", "price.note");
    }

    @Test
    void readsWhatABeanReadsOfWhichItKnowsAnInterfaceOnly() {
        assertThat(sold("java.util.function.Function<Sold.Price, String> f = null; f.apply(event.price());")
                        .fields())
                .containsExactly("price", "price.amount", "price.currency");
    }

    @Test
    void dependsOnAllOfAPartOfWhichNobodyReadsAnything() {
        Path contracts = Sources.compile(temp.resolve("contracts"), List.of(), EVENT);

        Handled sold = sold(contracts, List.of(contracts), "System.out.println(event.price());");

        assertThat(sold.fields()).containsExactly("price");
        assertThat(sold.dependsOn("price.amount")).isTrue();
        assertThat(sold.dependsOn("tax.amount")).isFalse();
    }

    @Test
    void emitsWhatItMakesByAFactoryElsewhere() {
        Path contracts = Sources.compile(temp.resolve("contracts"), List.of(), EVENT);
        Path selling = Sources.compile(
                temp.resolve("selling"),
                List.of(contracts),
                "class Selling { Object sell() { return Sold.of(\"a\"); } }");
        Path idle = Sources.compile(
                temp.resolve("idle"), List.of(contracts), "class Idle { void take(Sold sold) { sold.id(); } }");

        assertThat(emits(selling, contracts)).containsExactly(new EventVersion("shop.thing.sold", "1.0"));
        assertThat(emits(idle, contracts)).isEmpty();
    }

    private List<EventVersion> emits(Path service, Path contracts) {
        ClassLoader classPath =
                new URLClassLoader(new URL[] {url(contracts)}, getClass().getClassLoader());
        return new ServiceCode(service, new Libraries(List.of(contracts)), classPath)
                .reads("shop")
                .emits();
    }

    private Handled sold(String body) {
        Path contracts = Sources.compile(temp.resolve("contracts"), List.of(), EVENT);
        Path library = Sources.compile(temp.resolve("library"), List.of(contracts), HELPER);
        return sold(contracts, List.of(contracts, library), body);
    }

    private Handled sold(Path contracts, List<Path> libraries, String body) {
        Path service = Sources.compile(
                temp.resolve("service"),
                libraries,
                "@EventHandler(from = \"shop\") class Selling { @Projection void sold(Sold event) { " + body + " } }");
        ClassLoader classPath =
                new URLClassLoader(new URL[] {url(contracts)}, getClass().getClassLoader());
        return new ServiceCode(service, new Libraries(libraries), classPath)
                .reads("till")
                .consumers()
                .getFirst()
                .handles()
                .getFirst();
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
