package io.millrace.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.chassis.stream.RawStreamConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeRulesTest {

    @ParameterizedTest(name = "{0} from {1} to {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        description             | "a"               | "b"                   | SAFE
        metadata                | {"a":"b"}         | {}                    | SAFE
        duplicate_window        | 1000000000        | 2000000000            | SAFE
        compression             | "none"            | "s2"                  | SAFE
        subjects                | ["evt.a.>"]       | ["evt.a.>","evt.b.>"] | SAFE
        subjects                | ["evt.a.b"]       | ["evt.>"]             | SAFE
        subjects                | ["evt.a.>"]       | ["evt.b.>"]           | LOSES
        subjects                | ["evt.>"]         | ["evt.a.>"]           | LOSES
        subjects                | ["evt.*.x"]       | ["evt.a.x"]           | LOSES
        retention               | "interest"        | "limits"              | SAFE
        retention               | "limits"          | "interest"            | LOSES
        retention               | "limits"          | "workqueue"           | IMPOSSIBLE
        retention               | "workqueue"       | "limits"              | IMPOSSIBLE
        storage                 | "memory"          | "file"                | IMPOSSIBLE
        max_age                 | 1000000000        | 0                     | SAFE
        max_age                 | 1000000000        | 2000000000            | SAFE
        max_age                 | 0                 | 1000000000            | LOSES
        max_age                 | 2000000000        | 1000000000            | LOSES
        max_msgs                | 10                | -1                    | SAFE
        max_msgs                | -1                | 10                    | LOSES
        max_bytes               | 10                | 20                    | SAFE
        max_bytes               | 20                | 10                    | LOSES
        max_msgs_per_subject    | 10                | -1                    | SAFE
        max_msgs_per_subject    | -1                | 10                    | LOSES
        max_msg_size            | 10                | 20                    | SAFE
        max_msg_size            | -1                | 20                    | LOSES
        max_consumers           | 10                | -1                    | SAFE
        max_consumers           | -1                | 10                    | LOSES
        num_replicas            | 1                 | 3                     | SAFE
        num_replicas            | 3                 | 1                     | LOSES
        discard                 | "old"             | "new"                 | SAFE
        discard                 | "new"             | "old"                 | LOSES
        deny_delete             | false             | true                  | SAFE
        deny_delete             | true              | false                 | IMPOSSIBLE
        deny_purge              | false             | true                  | SAFE
        deny_purge              | true              | false                 | IMPOSSIBLE
        allow_msg_ttl           | false             | true                  | SAFE
        allow_msg_ttl           | true              | false                 | IMPOSSIBLE
        allow_msg_schedules     | true              | false                 | IMPOSSIBLE
        allow_direct            | false             | true                  | SAFE
        allow_direct            | true              | false                 | LOSES
        allow_atomic            | false             | true                  | SAFE
        allow_atomic            | true              | false                 | LOSES
        no_ack                  | true              | false                 | SAFE
        no_ack                  | false             | true                  | LOSES
        allow_rollup_hdrs       | true              | false                 | SAFE
        allow_rollup_hdrs       | false             | true                  | LOSES
        discard_new_per_subject | true              | false                 | SAFE
        discard_new_per_subject | false             | true                  | LOSES
        sealed                  | false             | true                  | LOSES
        sealed                  | true              | false                 | IMPOSSIBLE
        mirror                  | {"name":"X"}      | null                  | LOSES
        mirror                  | null              | {"name":"X"}          | IMPOSSIBLE
        persist_mode            | "default"         | "async"               | IMPOSSIBLE
        allow_msg_counter       | false             | true                  | IMPOSSIBLE
        first_seq               | 1                 | 10                    | IMPOSSIBLE
        something_new           | "a"               | "b"                   | LOSES
        """)
    void judgesEachChangeByWhatTheServerDoes(String field, String from, String to, Verdict verdict) {
        Change change = ChangeRules.of(
                stream(field, from).differencesFrom(stream(field, to)).getFirst());

        assertThat(change.verdict()).isEqualTo(verdict);
        assertThat(change.verdict() == Verdict.SAFE || !change.why().isEmpty()).isTrue();
    }

    private static RawStreamConfig stream(String field, String value) {
        return RawStreamConfig.parse("{\"name\": \"S\", \"%s\": %s}".formatted(field, value));
    }
}
