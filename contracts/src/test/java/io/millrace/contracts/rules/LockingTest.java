package io.millrace.contracts.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.millrace.contracts.Folder;
import io.millrace.contracts.registry.Finding;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockingTest {

    private static final String SCHEMA = Folder.TYPE + "/1.0.schema.json";

    @TempDir
    Path temp;

    private Folder folder;

    @BeforeEach
    void oneVersionIsPublished() {
        folder = new Folder(temp).with("1.0", "a");
        assertThat(lock())
                .isEqualTo(new Locking.Locked(
                        List.of("tests.thing.happened 1.0", "tests.thing.happened 1.0 sample"), true));
    }

    @Test
    void whatIsLockedHasNoFinding() {
        assertThat(check()).isEmpty();
        assertThat(folder.read("contracts.lock"))
                .matches("tests.thing.happened 1.0 sha256:[0-9a-f]{64}\n"
                        + "tests.thing.happened 1.0 sample sha256:[0-9a-f]{64}\n");
        assertThat(folder.read("index"))
                .isEqualTo("tests.thing.happened/1.0.sample.json\ntests.thing.happened/1.0.schema.json\n");
    }

    @Test
    void formattingAndOrderMayChange() {
        ObjectNode schema = (ObjectNode) Folder.json(folder.read(SCHEMA));
        schema.set("$schema", schema.remove("$schema"));
        folder.at(SCHEMA, schema.toString());

        assertThat(check()).isEmpty();
    }

    @Test
    void aNewVersionIsAddedAndTheOthersStay() {
        String before = folder.read("contracts.lock");
        folder.with("1.1", "a");

        assertThat(check())
                .contains(
                        "tests.thing.happened 1.1: is not in contracts.lock yet; when it is as it shall stay, "
                                + ContractLock.HOW,
                        "index: does not list tests.thing.happened/1.1.schema.json: " + ContractLock.HOW);
        assertThat(lock())
                .isEqualTo(new Locking.Locked(
                        List.of("tests.thing.happened 1.1", "tests.thing.happened 1.1 sample"), false));
        assertThat(check()).isEmpty();
        assertThat(folder.read("contracts.lock")).startsWith(before).hasLineCount(4);
    }

    @Test
    void aPublishedSchemaWasChanged() {
        folder.at(SCHEMA, folder.read(SCHEMA).replace("\"string\"", "\"string\",\"description\":\"new\""));

        assertRefused("tests.thing.happened 1.0: was published, but its schema was changed since; "
                + "undo that, and make the change a new version");
    }

    @Test
    void aPublishedSchemaIsGone() {
        folder.with("2.0", "a").without("1.0.schema.json").without("1.0.sample.json");

        assertRefused("tests.thing.happened 1.0: was published, but its schema is gone; "
                + "put it back, for stored events are of it");
    }

    @Test
    void whatIsGoneIsToldOfOnceAndNotOnceMoreForItsSamples() {
        folder.without("1.0.schema.json");

        assertThat(lock())
                .isEqualTo(new Locking.Refused(List.of(new Finding(
                        "tests.thing.happened 1.0",
                        "was published, but its schema is gone; put it back, for stored events are of it"))));
    }

    @Test
    void aLockThatIsLostIsNotBegunAnewInSilence() {
        folder.without("../contracts.lock");

        assertThat(command()).startsWith("there was no contracts.lock");
    }

    @Test
    void aSampleOfAPublishedVersionStaysAsItIs() {
        folder.file("1.0.sample.json", "{\"a\":\"y\"}");
        assertRefused("tests.thing.happened 1.0 sample: was published, but its sample was changed since; "
                + "undo that, and make the change a new sample");

        folder.without("1.0.sample.json").file("1.0.sample-other.json", "{\"a\":\"y\"}");
        assertRefused("tests.thing.happened 1.0 sample: was published, but its sample is gone; "
                + "put it back, for stored events are of it");
    }

    @Test
    void aSampleMayBeAddedToAPublishedVersion() {
        folder.file("1.0.sample-other.json", "{\"a\":\"y\"}");

        assertThat(check())
                .contains("tests.thing.happened 1.0 sample-other: is not in contracts.lock yet; when it is as"
                        + " it shall stay, " + ContractLock.HOW);
        assertThat(lock()).isEqualTo(new Locking.Locked(List.of("tests.thing.happened 1.0 sample-other"), false));
        assertThat(check()).isEmpty();
    }

    @Test
    void aLockThatKnowsNoSamplesYetGetsThem() {
        String withSamples = folder.read("contracts.lock");
        folder.at("contracts.lock", withSamples.lines().findFirst().orElseThrow() + "\n");

        assertThat(lock()).isEqualTo(new Locking.Locked(List.of("tests.thing.happened 1.0 sample"), false));
        assertThat(folder.read("contracts.lock")).isEqualTo(withSamples);
    }

    @Test
    void aLineOfTheLockWasSpoilt() {
        folder.at("contracts.lock", folder.read("contracts.lock") + "<<<<<<< ours\n");

        assertRefused(
                "contracts.lock: has a line that is not '<type> <version> [sample[-<name>]] sha256:<…>': <<<<<<< ours");
    }

    @Test
    void aVersionStandsTwiceInTheLock() {
        folder.at("contracts.lock", folder.read("contracts.lock").repeat(2));

        assertRefused("contracts.lock: has tests.thing.happened 1.0 twice");
    }

    @Test
    void theIndexListsWhatIsNotThere() {
        folder.at("index", folder.read("index") + "tests.thing.lost/1.0.schema.json\n");

        assertThat(check())
                .containsExactly(
                        "index: lists tests.thing.lost/1.0.schema.json, which is not there: " + ContractLock.HOW);
    }

    @Test
    void whatBreaksARuleIsNotLocked() {
        folder.with("1.1", "b");

        assertRefused("tests.thing.happened 1.1: field a was removed, or renamed to b; a minor version may only add "
                + "optional fields, so this must be 2.0, with an upcaster from 1");
    }

    @Test
    void theCommandSaysWhatItDid() {
        folder.with("1.1", "a");

        assertThat(command())
                .isEqualTo("locked tests.thing.happened 1.1\n"
                        + "locked tests.thing.happened 1.1 sample\n"
                        + "the index is written\n"
                        + "0");
        assertThat(command()).isEqualTo("nothing new to lock; the index is written\n0");
        folder.without("1.0.schema.json");
        assertThat(command()).contains("was published, but its schema is gone").endsWith("nothing is locked\n1");
    }

    private String command() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, UTF_8);
        int code = LockContracts.run(temp, List.of(), print, print);
        return out.toString(UTF_8).replace("\r", "") + code;
    }

    private void assertRefused(String sentence) {
        String lock = folder.read("contracts.lock");

        assertThat(check()).contains(sentence);
        assertThat(lock())
                .isInstanceOfSatisfying(
                        Locking.Refused.class,
                        refused -> assertThat(refused.findings())
                                .map(Finding::toString)
                                .contains(sentence));
        assertThat(folder.read("contracts.lock")).isEqualTo(lock);
    }

    private Locking lock() {
        return Locking.lock(project());
    }

    private List<String> check() {
        return ContractRules.check(project()).stream().map(Finding::toString).toList();
    }

    private ContractProject project() {
        return new ContractProject(temp, List.of(), List.of());
    }
}
