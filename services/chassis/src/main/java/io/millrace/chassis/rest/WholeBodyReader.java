package io.millrace.chassis.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.json.body.JsonMessageHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a body of JSON to its end. The framework's own reader stops behind the first value and takes no notice of
 * what follows.
 */
@Singleton
@Order(JsonMessageHandler.ORDER - 1)
@Consumes(MediaType.APPLICATION_JSON)
final class WholeBodyReader<T> implements MessageBodyReader<T> {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonMapper mapper;

    WholeBodyReader(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public T read(Argument<T> type, MediaType mediaType, Headers headers, InputStream body) {
        try (body) {
            byte[] whole = body.readAllBytes();
            requireOneValue(whole);
            return mapper.readValue(whole, type);
        } catch (JsonParseException e) {
            throw new CodecException("not JSON", new JsonSyntaxException(e));
        } catch (IOException e) {
            throw new CodecException("not the JSON of " + type.getName(), e);
        }
    }

    private static void requireOneValue(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() == null) {
                return;
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "there is more behind the end");
            }
        }
    }
}
