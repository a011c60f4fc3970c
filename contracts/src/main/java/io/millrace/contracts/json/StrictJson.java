package io.millrace.contracts.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * Reads what came from outside as JSON, or says in a sentence why it is none.
 *
 * <p>Guarantees: any bytes whatever give a document or an {@link InvalidJsonException}, never another exception and
 * never an overflow of the stack. Refused are nesting deeper than {@value #MAX_DEPTH}, a field that stands twice in one
 * object (readers would differ in which of the two they take), anything behind the end of the document, what is not
 * UTF-8, and numbers of more than {@value #MAX_DIGITS} digits or that far from zero. Decimals are kept to the last
 * digit. How long a body may be is for the caller to say: reading takes memory in proportion to its length.
 *
 * <p>A sentence names fields and places, never values, so it may be logged; the parser's own, which repeats them, is not
 * kept as a cause.
 *
 * <p>Safe for use by several threads.
 */
public final class StrictJson {

    /** How deep objects and arrays may be nested. */
    public static final int MAX_DEPTH = 64;

    /** How many digits a number may have, and how many places its point may be moved by an exponent. */
    public static final int MAX_DIGITS = 400;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_DIGITS)
                            .build())
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(new BoundedNumbers())
            .build();

    private StrictJson() {}

    /**
     * Reads one document.
     *
     * @throws InvalidJsonException if the bytes are anything else
     */
    public static JsonNode read(byte[] json) {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidJsonException(Reason.of(e));
        } catch (NumberFormatException e) {
            throw new InvalidJsonException("is not JSON: a number has an exponent that is too long");
        } catch (IOException | IllegalStateException e) {
            throw new InvalidJsonException("is not JSON: " + e.getMessage());
        }
        if (node == null || node.isMissingNode()) {
            throw new InvalidJsonException("is not JSON: it is empty");
        }
        return node;
    }

    /**
     * Looks whether the bytes are one document, without keeping anything of it: a fraction of the work of reading it.
     *
     * @throws InvalidJsonException if the bytes are anything else
     */
    public static void require(byte[] json) {
        require(json, parser -> {});
    }

    /**
     * The same, with somebody who sees each token of the document on the way.
     *
     * @throws InvalidJsonException if the bytes are anything else
     */
    public static void require(byte[] json, Watcher watcher) {
        try (JsonParser parser = MAPPER.getFactory().createParser(json)) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            if (parser.nextToken() == null) {
                throw new InvalidJsonException("is not JSON: it is empty");
            }
            requireValue(parser, watcher);
            if (parser.nextToken() != null) {
                throw new InvalidJsonException(
                        "goes on behind the end of the document" + Reason.place(parser.currentTokenLocation()));
            }
        } catch (JsonProcessingException e) {
            throw new InvalidJsonException(Reason.of(e));
        } catch (NumberFormatException e) {
            throw new InvalidJsonException("is not JSON: a number has an exponent that is too long");
        } catch (IOException | IllegalStateException e) {
            throw new InvalidJsonException("is not JSON: " + e.getMessage());
        }
    }

    /** Sees a document token by token. */
    @FunctionalInterface
    public interface Watcher {

        /** @param parser stands at the token, and must not be moved */
        void see(JsonParser parser) throws IOException;
    }

    /** Goes to the end of a value. Numbers are looked at, for a parser that passes over them takes any. */
    private static void requireValue(JsonParser parser, Watcher watcher) throws IOException {
        int open = 0;
        for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                BoundedNumbers.require(parser.getDecimalValue());
            }
            watcher.see(parser);
            open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (open == 0) {
                return;
            }
        }
    }

    /**
     * Reads one document that must be an object, as every event's body is.
     *
     * @throws InvalidJsonException if the bytes are anything else
     */
    public static ObjectNode readObject(byte[] json) {
        if (read(json) instanceof ObjectNode object) {
            return object;
        }
        throw new InvalidJsonException("is JSON, but not an object");
    }

    /** The document as UTF-8 without any blanks, fields in the order they have in the node. */
    public static byte[] write(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Whether a document that was not read here is nested deeper than what is read here. */
    public static boolean isTooDeep(JsonNode node) {
        return isDeeper(node, MAX_DEPTH);
    }

    private static boolean isDeeper(JsonNode node, int levels) {
        if (!node.isContainerNode()) {
            return false;
        }
        if (levels == 0) {
            return true;
        }
        for (JsonNode child : node) {
            if (isDeeper(child, levels - 1)) {
                return true;
            }
        }
        return false;
    }
}
