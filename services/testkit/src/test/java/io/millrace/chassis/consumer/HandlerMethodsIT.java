package io.millrace.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.BeanContext;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.ExecutableMethod;
import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.parked.RetryConfiguration;
import java.time.Duration;
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

    @SuppressWarnings("unchecked")
    private static ExecutableMethod<Object, Object> cast(ExecutableMethod<?, ?> method) {
        return (ExecutableMethod<Object, Object>) method;
    }
}
