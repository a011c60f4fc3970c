package io.millrace.chassis.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.api.ServerInfo;
import io.nats.client.support.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A declaration says the same as the server, however each writes it. */
class RawStreamConfigTest {

    private static final RawStreamConfig NOTHING = stream("");

    @Test
    void whatNeitherSaysIsTheSame() {
        assertThat(differences("", "")).isEmpty();
        assertThat(differences("""
            , "retention": "limits", "storage": "file", "discard": "old", "max_age": 0, "max_msgs": -1,
            "max_bytes": -1, "max_msgs_per_subject": -1, "max_msg_size": -1, "max_consumers": -1,
            "num_replicas": 1, "compression": "none", "duplicate_window": 120000000000,
            "allow_direct": false, "sealed": false, "consumer_limits": {}, "subjects": [], "metadata": {}
            """, "")).isEmpty();
    }

    @Test
    void anUnsetLimitIsUnlimited() {
        assertThat(differences(", \"max_msgs\": 0", ", \"max_msgs\": -1")).isEmpty();
    }

    @Test
    void theServersOwnNotesAndThePlaceAreNoDifference() {
        assertThat(differences("""
            , "metadata": {"_nats.level": "4", "owner": "us"}, "placement": {"cluster": "east"}
            """, ", \"metadata\": {\"owner\": \"us\"}")).isEmpty();
    }

    @Test
    void aPlaceThatIsDeclaredCounts() {
        assertThat(differences("", ", \"placement\": {\"cluster\": \"east\"}")).hasSize(1);
    }

    @Test
    void subjectsAreASet() {
        assertThat(differences(", \"subjects\": [\"a\", \"b\"]", ", \"subjects\": [\"b\", \"a\"]"))
                .isEmpty();
    }

    @Test
    void whatTheDeclarationDoesNotSayMustHaveItsDefault() {
        assertThat(differences(", \"max_age\": 3600000000000, \"no_ack\": true", ""))
                .extracting(Difference::field)
                .containsExactly("max_age", "no_ack");
    }

    @Test
    void peopleReadUnits() {
        assertThat(texts("max_age", "3600000000000", "0")).containsExactly("1h", "unlimited");
        assertThat(texts("max_age", "7776000000000000", "93784000000000")).containsExactly("90d", "1d2h3m4s");
        assertThat(texts("max_msg_size", "1048576", "-1")).containsExactly("1 MiB", "unlimited");
        assertThat(texts("max_bytes", "1000", "1536")).containsExactly("1,000 B", "1,536 B");
        assertThat(texts("max_msgs", "1000", "-1")).containsExactly("1,000", "unlimited");
        assertThat(texts("deny_delete", "false", "true")).containsExactly("no", "yes");
        assertThat(texts("description", "\"\"", "\"events\"")).containsExactly("none", "events");
        assertThat(texts("subjects", "[\"evt.b.>\", \"evt.a.>\"]", "[\"evt.a.>\"]"))
                .containsExactly("evt.a.>, evt.b.>", "evt.a.>");
    }

    @Test
    void anOlderServerIsNotToldWhatItDoesNotKnow() {
        RawStreamConfig declared = stream(", \"compression\": \"s2\", \"allow_atomic\": true, \"metadata\": {}");

        assertThat(declared.unknownTo(server("2.9.10"))).containsExactly("allow_atomic", "compression");
        assertThat(declared.unknownTo(server("2.11.0"))).containsExactly("allow_atomic");
        assertThat(declared.unknownTo(server("2.14.5"))).isEmpty();
        assertThat(declared.asKnownTo(server("2.9.10")).fields()).containsOnlyKeys("name");
    }

    @Test
    void aFieldThatIsSetToNothingGoes() {
        RawStreamConfig stream = stream(", \"no_ack\": true");

        assertThat(stream.with("no_ack", JsonValue.NULL)).isEqualTo(NOTHING);
        assertThat(stream.fields()).containsKey("no_ack");
    }

    @Test
    void saysWhatAFileIsNot() {
        assertThatThrownBy(() -> RawStreamConfig.parse("{")).hasMessageStartingWith("it is not JSON");
        assertThatThrownBy(() -> RawStreamConfig.parse("[]")).hasMessage("it is no JSON object");
        assertThatThrownBy(() -> RawStreamConfig.parse("{}")).hasMessage("it has no name");
    }

    private static List<Difference> differences(String actual, String declared) {
        return stream(actual).differencesFrom(stream(declared));
    }

    private static List<String> texts(String field, String actual, String declared) {
        Difference difference = differences(
                        ", \"%s\": %s".formatted(field, actual), ", \"%s\": %s".formatted(field, declared))
                .getFirst();
        return List.of(difference.fromText(), difference.toText());
    }

    private static RawStreamConfig stream(String more) {
        return RawStreamConfig.parse("{\"name\": \"S\"%s}".formatted(more));
    }

    private static ServerInfo server(String version) {
        return new ServerInfo("INFO {\"server_id\": \"here\", \"version\": \"%s\"}".formatted(version));
    }
}
