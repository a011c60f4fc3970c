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
 * Takes only true and false for a {@code Boolean}: "perhaps" does not become false. Where unknown fields are passed over,
 * as in events, it is read as leniently as it was.
 */
@Primary
@Singleton
final class TrueBooleans implements Deserializer<Boolean> {

    @Override
    public Boolean deserialize(Decoder decoder, DecoderContext context, Argument<? super Boolean> type)
            throws IOException {
        if (isLenient(context)) {
            return decoder.decodeBoolean();
        }
        JsonNode node = decoder.decodeNode();
        if (node.isBoolean()) {
            return node.getBooleanValue();
        }
        throw decoder.createDeserializationException("neither true nor false", null);
    }

    @Override
    public Boolean deserializeNullable(Decoder decoder, DecoderContext context, Argument<? super Boolean> type)
            throws IOException {
        return decoder.decodeNull() ? null : deserialize(decoder, context, type);
    }

    private static boolean isLenient(DecoderContext context) {
        return context.getDeserializationConfiguration()
                .filter(DeserializationConfiguration::isIgnoreUnknown)
                .isPresent();
    }
}
