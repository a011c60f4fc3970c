package io.millrace.contracts.upcasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.Folder;
import io.millrace.contracts.registry.ContractException;
import io.millrace.contracts.registry.ContractRegistry;
import io.millrace.contracts.registry.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpcasterChainTest {

    private static final Upcaster FROM_1 = rename(1, "a", "b");
    private static final Upcaster FROM_2 = rename(2, "b", "c");

    @TempDir
    Path temp;

    private ContractRegistry registry;

    @BeforeEach
    void threeMajorVersions() {
        registry = ContractRegistry.fromFolder(new Folder(temp)
                .with("1.0", "a")
                .with("1.1", "a")
                .with("2.0", "b")
                .with("3.0", "c")
                .with("3.1", "c")
                .path());
    }

    @Test
    void everyOlderVersionIsTakenStepByStepToTheNewest() {
        ObjectNode stored = body("{\"a\":\"x\"}");

        assertThat(upcast("1.0", stored))
                .isEqualTo(new Upcasting.Upcast(body("{\"c\":\"x\"}"), new Version(1, 0), new Version(3, 1)));
        assertThat(upcast("1.1", stored)).isInstanceOf(Upcasting.Upcast.class);
        assertThat(upcast("2.0", body("{\"b\":\"x\"}")))
                .isEqualTo(new Upcasting.Upcast(body("{\"c\":\"x\"}"), new Version(2, 0), new Version(3, 1)));
        assertThat(stored).isEqualTo(body("{\"a\":\"x\"}"));
    }

    @Test
    void minorVersionsOfTheNewestMajorAreTakenAsTheyAre() {
        ObjectNode stored = body("{\"c\":\"x\",\"from\":\"the future\"}");

        assertThat(upcast("3.0", stored)).isEqualTo(new Upcasting.Current(stored));
        assertThat(upcast("3.1", stored)).isEqualTo(new Upcasting.Current(stored));
        assertThat(upcast("3.7", stored)).isEqualTo(new Upcasting.Current(stored));
    }

    @Test
    void aNewerMajorIsTooNew() {
        Upcasting outcome = upcast("4.0", body("{}"));

        assertThat(outcome).isEqualTo(new Upcasting.TooNew(Folder.TYPE, new Version(4, 0), new Version(3, 1)));
        assertThat(outcome).hasToString("tests.thing.happened 4.0 is newer than what is known here, 3.1");
    }

    @Test
    void aTypeThatNobodyKnowsIsUnknown() {
        assertThat(chain().upcast("tests.thing.lost", new Version(1, 0), body("{}")))
                .isEqualTo(new Upcasting.Unknown("tests.thing.lost"));
    }

    @Test
    void codeThatIsNotAtTheNewestMajorAsksForItsOwn() {
        assertThat(chain().upcast(Folder.TYPE, new Version(1, 0), body("{\"a\":\"x\"}"), 2))
                .isEqualTo(new Upcasting.Upcast(body("{\"b\":\"x\"}"), new Version(1, 0), new Version(2, 0)));
        assertThat(chain().upcast(Folder.TYPE, new Version(3, 0), body("{}"), 2))
                .isEqualTo(new Upcasting.TooNew(Folder.TYPE, new Version(3, 0), new Version(2, 0)));
        assertThatThrownBy(() -> chain().upcast(Folder.TYPE, new Version(1, 0), body("{}"), 9))
                .isInstanceOf(ContractException.class)
                .hasMessage("there is no contract tests.thing.happened 9.x");
    }

    @Test
    void anUpcasterThatFailsIsNamed() {
        UpcasterChain chain = UpcasterChain.of(registry, List.of(upcaster(1, body -> null), FROM_2));

        assertThatThrownBy(() -> chain.upcast(Folder.TYPE, new Version(1, 0), body("{}")))
                .isInstanceOf(UpcastException.class)
                .hasMessageContaining("gave nothing for tests.thing.happened from 1 to 2");
        assertThatThrownBy(() -> chain().upcast(Folder.TYPE, new Version(1, 0), body("{}")))
                .isInstanceOf(UpcastException.class)
                .hasMessageContaining("cannot take tests.thing.happened from 1 to 2");
    }

    @Test
    void aMissingStepIsRefused() {
        assertThatThrownBy(() -> UpcasterChain.of(registry, List.of(FROM_1)))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("tests.thing.happened 3.0: has no upcaster from 2");
    }

    @Test
    void twoUpcastersForOneStepAreRefused() {
        assertThatThrownBy(() -> UpcasterChain.of(registry, List.of(FROM_1, FROM_2, rename(2, "x", "y"))))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("tests.thing.happened: there are several upcasters from 2");
    }

    @Test
    void anUpcasterThatLeadsNowhereIsRefused() {
        assertThatThrownBy(() -> UpcasterChain.of(registry, List.of(FROM_1, FROM_2, rename(3, "x", "y"))))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("leads from 3 to 4, but both are not published");
    }

    private Upcasting upcast(String version, ObjectNode body) {
        return chain().upcast(Folder.TYPE, Version.parse(version), body);
    }

    private UpcasterChain chain() {
        return UpcasterChain.of(registry, List.of(FROM_1, FROM_2));
    }

    private static ObjectNode body(String json) {
        return (ObjectNode) Folder.json(json);
    }

    private static Upcaster rename(int from, String old, String now) {
        return upcaster(from, body -> {
            ObjectNode upcast = body.deepCopy();
            return upcast.put(now, upcast.remove(old).textValue());
        });
    }

    private static Upcaster upcaster(int from, UnaryOperator<ObjectNode> step) {
        return new Upcaster() {
            @Override
            public String type() {
                return Folder.TYPE;
            }

            @Override
            public int from() {
                return from;
            }

            @Override
            public ObjectNode upcast(ObjectNode body) {
                return step.apply(body);
            }
        };
    }
}
