package io.millrace.chassis.rest;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Takes a {@code Long} for what it is: 1.5 does not become 1, and neither "1" nor true is a number. */
@Primary
@Singleton
final class WholeLongs implements Deserializer<Long> {

    @Override
    public Long deserialize(Decoder decoder, DecoderContext context, Argument<? super Long> type) throws IOException {
        JsonNode node = decoder.decodeNode();
        if (node.isNumber()) {
            Number number = node.getNumberValue();
            if (number instanceof Integer || number instanceof Long) {
                return number.longValue();
            }
        }
        throw decoder.createDeserializationException(
                Leniency.named(type, context) + "not a whole number of 64 bits", null);
    }

    @Override
    public Long deserializeNullable(Decoder decoder, DecoderContext context, Argument<? super Long> type)
            throws IOException {
        return decoder.decodeNull() ? null : deserialize(decoder, context, type);
    }
}
