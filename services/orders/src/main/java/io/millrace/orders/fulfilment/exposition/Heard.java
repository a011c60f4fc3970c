package io.millrace.orders.fulfilment.exposition;

import io.millrace.chassis.handler.Received;
import io.millrace.contracts.Event;
import io.millrace.orders.fulfilment.service.FulfilmentAnswers.Answer;
import java.util.List;
import java.util.function.Function;

/** Events as the business hears them. */
final class Heard {

    private Heard() {}

    static <E extends Event> List<Answer> answers(List<Received<E>> batch, Function<E, String> orderId) {
        return batch.stream()
                .map(news -> new Answer(
                        orderId.apply(news.event()),
                        news.event(),
                        news.context().envelope()))
                .toList();
    }
}
