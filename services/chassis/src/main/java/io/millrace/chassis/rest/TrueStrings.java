package io.millrace.chassis.rest;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.config.DeserializationConfiguration;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Takes only a JSON string for a {@code String}: 2.55 does not become "2.55". Where unknown fields are passed over, as
 * in events, numbers and booleans still become text.
 */
@Primary
@Singleton
final class TrueStrings implements Deserializer<String> {

    @Override
    public String deserialize(Decoder decoder, DecoderContext context, Argument<? super String> type)
            throws IOException {
        if (isLenient(context)) {
            return decoder.decodeString();
        }
        JsonNode node = decoder.decodeNode();
        if (node.isString()) {
            return node.getStringValue();
        }
        throw decoder.createDeserializationException("not a string", null);
    }

    @Override
    public String deserializeNullable(Decoder decoder, DecoderContext context, Argument<? super String> type)
            throws IOException {
        return decoder.decodeNull() ? null : deserialize(decoder, context, type);
    }

    private static boolean isLenient(DecoderContext context) {
        return context.getDeserializationConfiguration()
                .filter(DeserializationConfiguration::isIgnoreUnknown)
                .isPresent();
    }
}
