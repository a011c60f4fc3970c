package io.millrace.chassis.rest;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Takes an {@code Integer} for what it is: 1.5 does not become 1, and neither "1" nor true is a number. */
@Primary
@Singleton
final class WholeNumbers implements Deserializer<Integer> {

    @Override
    public Integer deserialize(Decoder decoder, DecoderContext context, Argument<? super Integer> type)
            throws IOException {
        JsonNode node = decoder.decodeNode();
        if (node.isNumber() && node.getNumberValue() instanceof Integer number) {
            return number;
        }
        throw decoder.createDeserializationException(
                Leniency.named(type, context) + "not a whole number of 32 bits", null);
    }

    @Override
    public Integer deserializeNullable(Decoder decoder, DecoderContext context, Argument<? super Integer> type)
            throws IOException {
        return decoder.decodeNull() ? null : deserialize(decoder, context, type);
    }
}
