package io.millrace.cli.sagas;

import static io.millrace.cli.FakeRest.answer;

import com.sun.net.httpserver.HttpExchange;
import io.millrace.cli.FakeRest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Speaks the REST API of sagas for a service that has 300 of them, and remembers what it was asked. */
final class FakeSagas implements AutoCloseable {

    private static final int COUNT = 300;
    private static final int PAGE = 200;
    private static final String SAGA = """
            {"type":"fulfilment","id":"%d","phase":"RUNNING","step":"payment","asked":5,"stuck":true,
             "dueAt":"2026-01-31T10:05:00Z","startedAt":"2026-01-31T10:00:00.123456Z",\
            "updatedAt":"2026-01-31T10:01:00Z"}""";
    private static final String STEPS = """
            [{"number":1,"step":"stock","what":"STARTED","at":"2026-01-31T10:00:00.123456Z"},
             {"number":2,"step":"stock","what":"ASKED","eventType":"orders.fulfilment.stock_requested",
              "eventId":"e-2","at":"2026-01-31T10:00:00.123456Z"},
             {"number":3,"step":"payment","what":"TIMED_OUT","at":"2026-01-31T10:01:00Z"}]""";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final FakeRest rest = new FakeRest("/messaging/sagas", this::handle);

    String url() {
        return rest.url();
    }

    /** Path with query of each request. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        asked.add(uri.toString());
        String id = uri.getPath().substring("/messaging/sagas".length());
        if (id.isEmpty()) {
            answer(exchange, 200, uri.getQuery().contains("cursor=") ? page(PAGE, COUNT, "") : page(0, PAGE, "c="));
        } else if (id.equals("/7")) {
            answer(exchange, 200, "{\"saga\":%s,\"state\":\"{}\",\"steps\":%s}".formatted(SAGA.formatted(7), STEPS));
        } else {
            answer(exchange, 404, "{\"detail\":\"There is no saga with this id.\"}");
        }
    }

    private static String page(int from, int to, String next) {
        String items = IntStream.range(from, to).mapToObj(SAGA::formatted).collect(Collectors.joining(","));
        return "{\"items\":[%s]%s}".formatted(items, next.isEmpty() ? "" : ",\"next\":\"" + next + "\"");
    }

    @Override
    public void close() {
        rest.close();
    }
}
