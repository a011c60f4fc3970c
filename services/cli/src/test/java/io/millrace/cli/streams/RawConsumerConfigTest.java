package io.millrace.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.stream.Difference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A declaration says the same as the server, however each writes it. */
class RawConsumerConfigTest {

    @Test
    void whatNeitherSaysIsTheSame() {
        assertThat(differences("""
            "ack_policy": "none", "ack_wait": 30000000000, "max_ack_pending": 1000, "max_deliver": -1,
            "replay_policy": "instant", "num_replicas": 0, "headers_only": false, "description": "",
            "filter_subjects": [], "pause_until": "0001-01-01T00:00:00Z", "metadata": {"_nats.level": "4"}
            """, "")).isEmpty();
    }

    @Test
    void whatItsOwnerSaysWhenItBeginsIsNoDifference() {
        assertThat(differences("""
            "name": "c", "deliver_subject": "d.7-1", "deliver_policy": "by_start_sequence", "opt_start_seq": 5
            """, """
            "deliver_subject": "d", "deliver_policy": "all"
            """)).isEmpty();
    }

    @Test
    void whatSomebodyDidByHandIsADifference() {
        assertThat(differences("""
            "pause_until": "2030-01-01T00:00:00Z", "metadata": {"owner": "me"}, "max_ack_pending": 1, "headers_only": true
            """, """
            "max_ack_pending": 4000
            """))
                .extracting(Difference::field)
                .containsExactly("headers_only", "max_ack_pending", "metadata", "pause_until");
    }

    @Test
    void peopleReadDurations() {
        Difference wait = differences("\"ack_wait\": 90000000000", "\"ack_wait\": 120000000000")
                .getFirst();

        assertThat(ConsumerText.from(wait)).isEqualTo("1m30s");
        assertThat(ConsumerText.to(wait)).isEqualTo("2m");
    }

    @Test
    void saysWhatAFileIsNot() {
        assertThatThrownBy(() -> RawConsumerConfig.parse("S", "c", "{")).hasMessageStartingWith("it is not JSON");
        assertThatThrownBy(() -> RawConsumerConfig.parse("S", "c", "[]")).hasMessage("it is no JSON object");
    }

    private static List<Difference> differences(String actual, String declared) {
        return consumer(actual).comparedWith(consumer(declared)).differences();
    }

    private static RawConsumerConfig consumer(String fields) {
        return RawConsumerConfig.parse("S", "c", "{%s}".formatted(fields));
    }
}
