package io.millrace.chassis.consumer;

import io.micronaut.context.BeanContext;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.transaction.TransactionOperations;
import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Projection;
import io.millrace.chassis.handler.Reaction;
import io.millrace.chassis.lease.Leases;
import io.millrace.chassis.source.EventSources;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes an event loop of all handlers that share a consumer. What there is was found by the compiler. */
@Singleton
class EventLoops {

    private final List<EventLoop> loops = new ArrayList<>();

    EventLoops(
            BeanContext beans,
            ServiceIdentity identity,
            Leases leases,
            EventSources sources,
            ConsumerTable table,
            EventDecoder decoder,
            TransactionOperations<Connection> transactions,
            ConsumerConfiguration configuration,
            Clock clock) {
        handlers(beans, identity)
                .forEach((name, methods) -> loops.add(new EventLoop(
                        name,
                        leases.of("consumer:" + name.durable()),
                        sources.of(name.stream()),
                        table,
                        new Dispatch(name.durable(), byType(methods), decoder),
                        transactions,
                        configuration,
                        clock)));
    }

    List<EventLoop> all() {
        return List.copyOf(loops);
    }

    private static Map<ConsumerName, List<HandlerMethod>> handlers(BeanContext beans, ServiceIdentity identity) {
        Map<ConsumerName, List<HandlerMethod>> handlers = new LinkedHashMap<>();
        for (BeanDefinition<?> definition : beans.getBeanDefinitions(Qualifiers.byStereotype(EventHandler.class))) {
            ConsumerName name = ConsumerName.of(
                    identity.service(),
                    definition.stringValue(EventHandler.class, "from").orElseThrow(),
                    definition.stringValue(EventHandler.class, "name").orElse(""));
            handlers.computeIfAbsent(name, n -> new ArrayList<>()).addAll(methods(beans, definition));
        }
        return handlers;
    }

    @SuppressWarnings("unchecked")
    private static List<HandlerMethod> methods(BeanContext beans, BeanDefinition<?> definition) {
        Object bean = beans.getBean(definition);
        List<HandlerMethod> methods = definition.getExecutableMethods().stream()
                .filter(method -> method.hasAnnotation(Projection.class) || method.hasAnnotation(Reaction.class))
                .map(method -> HandlerMethods.of(bean, (ExecutableMethod<Object, Object>) method))
                .toList();
        if (methods.isEmpty()) {
            throw new IllegalStateException(definition.getBeanType().getSimpleName()
                    + " is an @EventHandler without a method marked @Projection or @Reaction");
        }
        return methods;
    }

    private static Map<String, List<HandlerMethod>> byType(List<HandlerMethod> methods) {
        return methods.stream()
                .collect(Collectors.groupingBy(method -> method.eventType().name()));
    }
}
