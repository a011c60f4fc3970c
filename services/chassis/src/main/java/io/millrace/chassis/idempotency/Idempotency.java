package io.millrace.chassis.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.problem.ProblemException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Answers a request that is sent again with the answer that it had, and does nothing.
 *
 * <p>Guarantees: what a request with a key does and the memory of its answer commit together. Of two with one key that
 * come at the same time, the second waits for the first and gets its answer. A request that failed, by an exception or with
 * an answer that asks to come again (408, 425, 429, 5xx, or whatever says {@code Retry-After}), is forgotten with all it did; other refusals are remembered.
 *
 * <p>Keys are shared by all callers of a service: a key must be as hard to guess as a UUID.
 *
 * <p>See "The Idempotency-Key HTTP Header Field", draft-ietf-httpapi-idempotency-key-header.
 */
@Singleton
public final class Idempotency {

    /** The header that a request says its key in. */
    public static final String HEADER = "Idempotency-Key";

    private static final int SERVER_ERROR = 500;
    private static final Set<Integer> COME_AGAIN = Set.of(408, 425, 429);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final TransactionOperations<Connection> transactions;
    private final ObjectMapper mapper;

    Idempotency(TransactionOperations<Connection> transactions, ObjectMapper mapper) {
        this.transactions = transactions;
        this.mapper = mapper;
    }

    /**
     * Does a request, unless it was done before.
     *
     * @param body what was sent, as a record: the same JSON is the same body
     * @param work makes the answer; runs within a transaction
     * @throws ProblemException 400 if the key cannot be one, 422 if it was used for another request
     */
    public HttpResponse<?> once(HttpRequest<?> request, Object body, Supplier<HttpResponse<?>> work) {
        String key = request.getHeaders().get(HEADER);
        return key == null
                ? transactions.executeWrite(transaction -> settled(transaction, work.get()))
                : once(required(key), fingerprint(request, body), work);
    }

    private HttpResponse<?> once(String key, String fingerprint, Supplier<HttpResponse<?>> work) {
        return transactions.executeWrite(transaction -> {
            KeyTable keys = new KeyTable(transaction.getConnection());
            if (!keys.take(key, fingerprint)) {
                return again(keys, key, fingerprint);
            }
            HttpResponse<?> answer = settled(transaction, work.get());
            if (!transaction.isRollbackOnly()) {
                keys.remember(key, given(answer));
            }
            return answer;
        });
    }

    private static HttpResponse<?> settled(TransactionStatus<Connection> transaction, HttpResponse<?> answer) {
        boolean comeAgain = answer.getHeaders().contains(HttpHeaders.RETRY_AFTER);
        if (answer.code() >= SERVER_ERROR || comeAgain || COME_AGAIN.contains(answer.code())) {
            transaction.setRollbackOnly();
        }
        return answer;
    }

    private static HttpResponse<?> again(KeyTable keys, String key, String fingerprint) throws SQLException {
        KeyTable.Used used = keys.find(key);
        if (!used.fingerprint().equals(fingerprint)) {
            throw new ProblemException(Problem.of(
                            HttpStatus.UNPROCESSABLE_ENTITY, "This key was used for another request.")
                    .blaming(HEADER, "must be another one for each request, and the same only for the same request"));
        }
        return used.answer().again();
    }

    private GivenAnswer given(HttpResponse<?> answer) {
        return new GivenAnswer(
                answer.code(),
                answer.getHeaders().get(HttpHeaders.LOCATION),
                answer.getHeaders().get(HttpHeaders.ETAG),
                mediaType(answer),
                body(answer.body()));
    }

    private static @Nullable String mediaType(HttpResponse<?> answer) {
        return answer.body() == null
                ? null
                : answer.getContentType().map(MediaType::toString).orElse(MediaType.APPLICATION_JSON);
    }

    private byte[] body(@Nullable Object body) {
        try {
            return body == null ? new byte[0] : mapper.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer cannot be written as JSON", e);
        }
    }

    private static String required(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "The idempotency key cannot be used.")
                    .blaming(HEADER, "must be 1 to 128 printable characters without blanks"));
        }
        return key;
    }

    private String fingerprint(HttpRequest<?> request, Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String condition = request.getHeaders().get(HttpHeaders.IF_MATCH);
            digest.update((request.getMethodName() + " " + request.getUri() + " " + condition + "\n").getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(body(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
