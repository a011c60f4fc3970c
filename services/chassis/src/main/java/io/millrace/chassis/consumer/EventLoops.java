package io.millrace.chassis.consumer;

import io.micronaut.context.BeanContext;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.millrace.chassis.ServiceIdentity;
import io.millrace.chassis.handler.EventHandler;
import io.millrace.chassis.handler.Projection;
import io.millrace.chassis.handler.Reaction;
import io.millrace.chassis.parked.RetryConfiguration;
import io.millrace.chassis.parked.RetryPolicy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes an event loop of all handlers that share a consumer. What there is was found by the compiler. */
@Singleton
class EventLoops {

    private final List<Consuming> all = new ArrayList<>();
    private final RetryPolicy retries;

    EventLoops(BeanContext beans, ServiceIdentity identity, Assembly assembly, RetryConfiguration retries) {
        this.retries = retries.policy();
        handlers(beans, identity).forEach((name, methods) -> all.add(assembly.of(name, byType(methods))));
    }

    /** One for each consumer. */
    List<Consuming> all() {
        return List.copyOf(all);
    }

    private Map<ConsumerName, List<HandlerMethod>> handlers(BeanContext beans, ServiceIdentity identity) {
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
    private List<HandlerMethod> methods(BeanContext beans, BeanDefinition<?> definition) {
        Object bean = beans.getBean(definition);
        List<HandlerMethod> methods = definition.getExecutableMethods().stream()
                .filter(method -> method.hasAnnotation(Projection.class) || method.hasAnnotation(Reaction.class))
                .map(method -> HandlerMethods.of(bean, (ExecutableMethod<Object, Object>) method, retries))
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
