package io.millrace.chassis.consumer;

import static io.millrace.chassis.consumer.HandlerMethod.Shape.BATCH;
import static io.millrace.chassis.consumer.HandlerMethod.Shape.EVENT;
import static io.millrace.chassis.consumer.HandlerMethod.Shape.EVENT_AND_CONTEXT;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.ExecutableMethod;
import io.millrace.chassis.consumer.HandlerMethod.Shape;
import io.millrace.chassis.handler.EventContext;
import io.millrace.chassis.handler.Reaction;
import io.millrace.chassis.handler.Received;
import io.millrace.chassis.handler.Retries;
import io.millrace.chassis.outbox.EventTypes;
import io.millrace.chassis.parked.RetryPolicy;
import io.millrace.contracts.Event;
import java.time.Duration;
import java.util.List;

/** Reads from a compiled method what it takes, and says what is wrong where it cannot be called. */
final class HandlerMethods {

    private HandlerMethods() {}

    static HandlerMethod of(
            Object bean, ExecutableMethod<Object, Object> method, RetryPolicy otherwise, boolean rebuildable) {
        Argument<?>[] arguments = method.getArguments();
        Shape shape = shape(method, arguments);
        Argument<? extends Event> event = shape == BATCH ? batchOf(arguments[0]) : asEvent(arguments[0]);
        return new HandlerMethod(
                EventTypes.of(event.getType()),
                event,
                shape,
                retries(method, otherwise),
                method.hasAnnotation(Reaction.class),
                rebuildable,
                bean,
                method);
    }

    private static RetryPolicy retries(ExecutableMethod<?, ?> method, RetryPolicy otherwise) {
        AnnotationValue<Retries> told = method.getAnnotation(Retries.class);
        return told == null
                ? otherwise
                : new RetryPolicy(
                        told.getRequiredValue("attempts", Integer.class),
                        told.getRequiredValue("firstDelay", Duration.class),
                        told.getRequiredValue("longestDelay", Duration.class));
    }

    private static Shape shape(ExecutableMethod<?, ?> method, Argument<?>[] arguments) {
        if (arguments.length == 1 && isEvent(arguments[0])) {
            return EVENT;
        }
        if (arguments.length == 2 && isEvent(arguments[0]) && arguments[1].getType() == EventContext.class) {
            return EVENT_AND_CONTEXT;
        }
        if (arguments.length == 1 && isBatch(arguments[0])) {
            return BATCH;
        }
        throw new IllegalStateException(method.getDeclaringType().getSimpleName() + "." + method.getMethodName()
                + " cannot take events: a handler takes (SomeEvent), (SomeEvent, EventContext) or"
                + " (List<Received<SomeEvent>>)");
    }

    private static boolean isEvent(Argument<?> argument) {
        return Event.class.isAssignableFrom(argument.getType());
    }

    private static boolean isBatch(Argument<?> argument) {
        return argument.getType() == List.class
                && argument.getFirstTypeVariable()
                        .filter(element -> element.getType() == Received.class)
                        .flatMap(Argument::getFirstTypeVariable)
                        .filter(HandlerMethods::isEvent)
                        .isPresent();
    }

    private static Argument<? extends Event> batchOf(Argument<?> list) {
        return asEvent(list.getFirstTypeVariable()
                .flatMap(Argument::getFirstTypeVariable)
                .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private static Argument<? extends Event> asEvent(Argument<?> argument) {
        return (Argument<? extends Event>) argument;
    }
}
