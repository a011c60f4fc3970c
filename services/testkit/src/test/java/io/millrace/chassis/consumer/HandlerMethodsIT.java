package io.millrace.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.BeanContext;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.ExecutableMethod;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.ThingHappened;
import io.millrace.chassis.parked.RetryConfiguration;
import io.millrace.contracts.registry.ContractRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandlerMethodsIT {

    @Test
    void whatNoHandlerCouldTakeIsRefusedWithASentence() {
        try (ChassisFixture fixture = new ChassisFixture()) {
            var definition = fixture.bean(BeanContext.class).getBeanDefinition(NotAHandler.class);
            ExecutableMethod<NotAHandler, ?> method =
                    definition.findMethod("happened", String.class).orElseThrow();

            assertThat(method.getArguments()).extracting(Argument::getName).containsExactly("text");
            assertThatThrownBy(() -> HandlerMethods.of(
                            new NotAHandler(),
                            cast(method),
                            new RetryConfiguration(8, Duration.ofMillis(1), Duration.ofMillis(1)).policy(),
                            false))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("NotAHandler.happened cannot take events: a handler takes (SomeEvent),"
                            + " (SomeEvent, EventContext) or (List<Received<SomeEvent>>)");
        }
    }

    @Test
    void anEventWithoutAContractIsRefusedWithASentence() {
        try (ChassisFixture fixture = new ChassisFixture();
                var listening = fixture.instance("one", Map.of("tests.from", fixture.service()))) {
            HandlerMethod happened = listening.getBean(HandlerBeans.class).all().values().stream()
                    .flatMap(handlers -> handlers.methods().stream())
                    .filter(method -> method.toString().equals("Things.happened"))
                    .findFirst()
                    .orElseThrow();

            HandlerContracts.require(happened, listening.getBean(ContractRegistry.class));
            assertThatThrownBy(() -> HandlerContracts.require(happened, ContractRegistry.of(List.of())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Things.happened takes tests.thing.happened 1.0, but there is no contract"
                            + " tests.thing.happened 1.x on the class path: correct the @EventContract of "
                            + ThingHappened.class.getName() + ", or add the schema");
        }
    }

    @SuppressWarnings("unchecked")
    private static ExecutableMethod<Object, Object> cast(ExecutableMethod<?, ?> method) {
        return (ExecutableMethod<Object, Object>) method;
    }
}
