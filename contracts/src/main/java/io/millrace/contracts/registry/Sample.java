package io.millrace.contracts.registry;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A golden sample: a body as it was or could have been sent in this version. It stays readable for ever.
 *
 * @param name empty for {@code 1.0.sample.json}, {@code no-address} for {@code 1.0.sample-no-address.json}
 * @param body a copy of your own whenever you ask
 */
public record Sample(String name, JsonNode body) {

    public Sample {
        body = body.deepCopy();
    }

    @Override
    public JsonNode body() {
        return body.deepCopy();
    }
}
