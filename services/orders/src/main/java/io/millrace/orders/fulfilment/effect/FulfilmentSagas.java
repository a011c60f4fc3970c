package io.millrace.orders.fulfilment.effect;

import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.saga.Abortion;
import io.millrace.chassis.saga.SagaAnswer;
import io.millrace.chassis.saga.SagaCommands;
import io.millrace.chassis.saga.SagaEngine;
import io.millrace.chassis.saga.Sagas;
import io.millrace.orders.fulfilment.service.Fulfilment;
import io.millrace.orders.fulfilment.service.FulfilmentAnswers;
import io.millrace.orders.fulfilment.service.FulfilmentPlan;
import io.millrace.orders.order.service.Fulfilments;
import io.millrace.orders.order.service.Order;
import io.millrace.orders.order.service.OrderCommand;
import jakarta.inject.Singleton;
import java.util.List;

/** Fulfilments as sagas, one for each order and under its id. */
@Singleton
final class FulfilmentSagas implements Fulfilments, FulfilmentAnswers {

    private final Sagas<Fulfilment, OrderCommand> sagas;

    FulfilmentSagas(SagaEngine engine, SagaCommands<OrderCommand> orders, FulfilmentConfiguration configuration) {
        sagas = engine.keep(FulfilmentPlan.of(configuration.stockWithin(), configuration.paymentWithin()), orders);
    }

    @Override
    public void begin(Order placed) {
        sagas.start(placed.id(), Fulfilment.of(placed));
    }

    @Override
    public boolean hold(String orderId) {
        return sagas.hold(orderId);
    }

    @Override
    public void abort(String orderId) {
        Abortion outcome = sagas.abort(orderId, Fulfilment::cancelled);
        if (outcome != Abortion.BEGUN) {
            throw new IllegalStateException("the fulfilment of " + orderId + " cannot be undone: " + outcome);
        }
    }

    @Override
    public void take(List<Answer> answers) {
        sagas.answered(answers.stream()
                .map(answer -> new SagaAnswer(answer.orderId(), answer.event(), Cause.of(answer.envelope())))
                .toList());
    }
}
