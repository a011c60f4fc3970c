package io.millrace.orders.order.exposition;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.millrace.chassis.page.Cursor;
import io.millrace.chassis.page.Page;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.problem.ProblemException;
import io.millrace.orders.order.service.Order;
import io.millrace.orders.order.service.OrderDesk;
import io.millrace.orders.order.service.PastChange;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders as they were, and what happened to them. */
final class History {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private History() {}

    /** The order as it was at a version or at a time, whichever of them is given. */
    static Optional<Order> find(OrderDesk desk, String id, @Nullable Long version, @Nullable String at) {
        if (version != null && at != null) {
            throw new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "An order is shown at one moment.")
                    .blaming("at", "must not stand beside version"));
        }
        return version == null ? desk.findAt(id, time(at)) : desk.findAt(id, version);
    }

    static HttpResponse<?> page(OrderDesk desk, String id, int limit, @Nullable String cursor) {
        long behind = Cursor.lastKey(cursor, key -> key.matches("[1-9][0-9]{0,17}"))
                .map(Long::parseLong)
                .orElse(0L);
        List<PastChange> found = desk.history(id, behind, limit + 1);
        if (found.isEmpty() && behind == 0) {
            return Answers.of(Optional.empty());
        }
        return HttpResponse.ok(
                Page.of(found, limit, change -> Long.toString(change.version())).map(EventView::of));
    }

    private static Instant time(String text) {
        try {
            Instant time = Instant.parse(text);
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw new DateTimeException("a year that no database keeps");
            }
            return time;
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "The time cannot be read.")
                    .blaming("at", "must be a time like 2026-01-31T10:00:00Z"));
        }
    }
}
