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
import io.millrace.contracts.registry.ContractRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the handlers of this service. What there is was found by the compiler. */
@Singleton
class HandlerBeans {

    /** The default of the annotation. */
    private static final Duration KEEP = Duration.ofDays(7);

    private final BeanContext beans;
    private final ServiceIdentity identity;
    private final RetryConfiguration retries;
    private final ContractRegistry contracts;
    private Map<ConsumerName, Handlers> found;

    HandlerBeans(BeanContext beans, ServiceIdentity identity, RetryConfiguration retries, ContractRegistry contracts) {
        this.beans = beans;
        this.identity = identity;
        this.retries = retries;
        this.contracts = contracts;
    }

    /** Looked up once: what the compiler found does not change. */
    synchronized Map<ConsumerName, Handlers> all() {
        if (found == null) {
            found = find();
        }
        return found;
    }

    private Map<ConsumerName, Handlers> find() {
        Map<ConsumerName, Handlers> handlers = new LinkedHashMap<>();
        for (BeanDefinition<?> definition : beans.getBeanDefinitions(Qualifiers.byStereotype(EventHandler.class))) {
            ConsumerName name = ConsumerName.of(
                    identity.service(),
                    definition.stringValue(EventHandler.class, "from").orElseThrow(),
                    definition.stringValue(EventHandler.class, "name").orElse(""));
            handlers.merge(name, handlers(definition), Handlers::plus);
        }
        return handlers;
    }

    private static Optional<Duration> keep(BeanDefinition<?> definition) {
        return definition.isTrue(EventHandler.class, "foreign")
                ? Optional.of(definition
                        .getValue(EventHandler.class, "keep", Duration.class)
                        .orElse(KEEP))
                : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private Handlers handlers(BeanDefinition<?> definition) {
        Object bean = beans.getBean(definition);
        List<String> tables = List.of(definition.stringValues(EventHandler.class, "tables"));
        List<HandlerMethod> methods = definition.getExecutableMethods().stream()
                .filter(method -> method.hasAnnotation(Projection.class) || method.hasAnnotation(Reaction.class))
                .map(method -> HandlerMethods.of(
                        bean, (ExecutableMethod<Object, Object>) method, retries.policy(), !tables.isEmpty()))
                .toList();
        String name = definition.getBeanType().getSimpleName();
        if (methods.isEmpty()) {
            throw new IllegalStateException(
                    name + " is an @EventHandler without a method marked @Projection or @Reaction");
        }
        if (!definition.isTrue(EventHandler.class, "foreign")) {
            methods.forEach(method -> HandlerContracts.require(method, contracts));
        }
        boolean reacts = definition.getExecutableMethods().stream().anyMatch(m -> m.hasAnnotation(Reaction.class));
        if (reacts && !tables.isEmpty()) {
            throw new IllegalStateException(
                    name + " names tables to be rebuilt and has a @Reaction, which a rebuild may"
                            + " not call: move the reaction to a class of its own");
        }
        if (definition.isTrue(EventHandler.class, "foreign") && !tables.isEmpty()) {
            throw new IllegalStateException(
                    name + " listens to a foreign writer and names tables to be rebuilt: a rebuild"
                            + " cannot tell copies of foreign events apart");
        }
        return new Handlers(methods, tables, keep(definition));
    }
}
