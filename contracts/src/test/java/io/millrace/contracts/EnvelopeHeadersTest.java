package io.millrace.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeHeadersTest {

    private static final Envelope ENVELOPE = new Envelope(
            "0198c1e2-0000-7000-8000-000000000001",
            "/millrace/orders",
            "orders.order.placed",
            Instant.parse("2026-01-02T03:04:05.678Z"),
            "536365",
            "urn:millrace:orders.order.placed:1.0",
            1,
            "flow-1",
            "request-1",
            "Ana \"Müller\" 100%",
            Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
            Optional.empty());

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(EnvelopeHeaders.read(EnvelopeHeaders.write(ENVELOPE)::get)).isEqualTo(ENVELOPE);
    }

    @Test
    void namesAreLowerCaseAndTheMessageIdEqualsTheEventId() {
        Map<String, String> headers = EnvelopeHeaders.write(ENVELOPE);

        assertThat(headers)
                .containsEntry("ce-specversion", "1.0")
                .containsEntry("ce-datacontenttype", "application/json")
                .containsEntry("ce-time", "2026-01-02T03:04:05.678Z")
                .containsEntry("Nats-Msg-Id", ENVELOPE.id());
    }

    @Test
    void valuesArePercentEncodedAsTheBindingAsks() {
        assertThat(EnvelopeHeaders.write(ENVELOPE)).containsEntry("ce-actor", "Ana%20%22M%C3%BCller%22%20100%25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce-id", "ce-source", "ce-type", "ce-time", "ce-subject", "ce-dataschema", "ce-sequence"})
    void aMissingAttributeIsNamed(String name) {
        Map<String, String> headers = new HashMap<>(EnvelopeHeaders.write(ENVELOPE));
        headers.remove(name);

        assertThatThrownBy(() -> EnvelopeHeaders.read(headers::get))
                .isInstanceOf(EnvelopeException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=utf-8", "Application/JSON ; charset=UTF-8", "application/json"})
    void jsonIsJsonWhateverItsParametersAndCase(String contentType) {
        Map<String, String> headers = new HashMap<>(EnvelopeHeaders.write(ENVELOPE));
        headers.put("ce-datacontenttype", contentType);

        assertThat(EnvelopeHeaders.read(headers::get)).isEqualTo(ENVELOPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "", "00-", "-", "00-zz-1-01", "00-00000000000000000000000000000000-00f067aa0ba902b7-01"})
    void aTraceThatIsNotWellFormedIsPassedOver(String traceparent) {
        Map<String, String> headers = new HashMap<>(EnvelopeHeaders.write(ENVELOPE));
        headers.put("traceparent", traceparent);
        headers.put("tracestate", "vendor=1");

        Envelope envelope = EnvelopeHeaders.read(headers::get);

        assertThat(envelope.id()).isEqualTo(ENVELOPE.id());
        assertThat(envelope.traceparent()).isEmpty();
        assertThat(envelope.tracestate()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ce-specversion,0.3",
        "ce-datacontenttype,application/xml",
        "ce-datacontenttype,application/jsonx",
        "ce-datacontenttype,application/json-seq",
        "ce-time,yesterday",
        "ce-sequence,0",
        "ce-sequence,one"
    })
    void aValueThatCannotBeIsNamed(String name, String value) {
        Map<String, String> headers = new HashMap<>(EnvelopeHeaders.write(ENVELOPE));
        headers.put(name, value);

        assertThatThrownBy(() -> EnvelopeHeaders.read(headers::get))
                .isInstanceOf(EnvelopeException.class)
                .hasMessageContaining(name);
    }
}
