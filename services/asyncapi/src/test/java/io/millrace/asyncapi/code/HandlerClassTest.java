package io.millrace.asyncapi.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.asyncapi.reads.Consumer;
import io.millrace.asyncapi.reads.Handled;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandlerClassTest {

    private static final String SOLD =
            "@EventContract(\"shop.thing.sold\") record Sold(String id, String why) implements Event {}";
    private static final String BASE = "abstract class Base<E extends Event> { abstract void on(E event); }";

    @TempDir
    Path temp;

    @Test
    void takesAnEventThroughAGenericMethodOfAParent() {
        assertThat(handled(BASE, """
            @EventHandler(from = "shop") class Selling extends Base<Sold> {
                @Override @Projection void on(Sold event) { event.id(); }
            }
            """))
                .extracting(handled -> handled.event().type())
                .containsExactly("shop.thing.sold");
    }

    @Test
    void takesWhatItInheritsOnceWhereItOverridesIt() {
        assertThat(handled("""
            abstract class Base<E extends Event> { @Projection abstract void on(E event); }
            """, """
            @EventHandler(from = "shop") class Selling extends Base<Sold> {
                @Override @Projection void on(Sold event) { event.id(); }
            }
            """))
                .extracting(handled -> handled.event().type())
                .containsExactly("shop.thing.sold");
    }

    @Test
    void whatDoesNotSayWhichEventItTakesIsNamed() {
        assertThatThrownBy(() -> handled("""
            @EventHandler(from = "shop") class Selling { @Projection void sold(List events) {} }
            """))
                .hasMessageStartingWith("shop.Selling.sold does not say which event it takes: a handler takes");
        assertThatThrownBy(() -> handled("""
            @EventHandler(from = "shop") class Selling<E extends Event> { @Projection void sold(E event) {} }
            """)).hasMessageStartingWith("shop.Selling.sold does not say");
        assertThatThrownBy(() -> handled("""
            @EventHandler(from = "shop") class Selling { @Projection void sold(List<Received<?>> events) {} }
            """)).hasMessageStartingWith("shop.Selling.sold does not say");
        assertThatThrownBy(() -> handled("""
            @EventHandler(from = "shop") class Selling { @Projection void sold() {} }
            """)).hasMessageStartingWith("shop.Selling.sold does not say");
    }

    @Test
    void listensByAnAnnotationThatStandsForTheHandler() {
        List<Consumer> consumers = consumers("""
            @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
            @EventHandler(from = "shop", name = "board") @interface OnTheBoard {}
            """, "@OnTheBoard class Selling { @Projection void sold(Sold event) {} }");

        assertThat(consumers).singleElement().satisfies(consumer -> {
            assertThat(consumer.durable()).isEqualTo("till-shop-board");
            assertThat(consumer.handles()).hasSize(1);
        });
    }

    @Test
    void twoRecordsOfTheSameEventAreReadTogether() {
        assertThat(handled("""
            @EventContract("shop.thing.sold") record AlsoSold(String id, String why) implements Event {}
            """, """
            @EventHandler(from = "shop") class Selling {
                @Projection void sold(Sold event) { event.id(); }
                @Reaction void sold(AlsoSold event) { event.why(); }
            }
            """)).singleElement().satisfies(handled -> {
            assertThat(handled.fields()).containsExactly("id", "why");
            assertThat(handled.kinds()).containsExactly("projection", "reaction");
        });
    }

    private List<Handled> handled(String... classes) {
        return consumers(classes).getFirst().handles();
    }

    private List<Consumer> consumers(String... classes) {
        String all = SOLD + String.join("\n", classes);
        Path folder = Sources.compile(temp.resolve("service" + all.hashCode()), List.of(), all);
        return new ServiceCode(folder, new Libraries(List.of()), getClass().getClassLoader())
                .reads("till")
                .consumers();
    }
}
