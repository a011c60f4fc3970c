package io.millrace.chassis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.chassis.ChassisFixture;
import io.millrace.chassis.business.command.Command;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandBusIT {

    /** A command that nobody handles. */
    record Whistle() implements Command<String> {}

    private final ChassisFixture fixture = new ChassisFixture(Map.of("tests.commands", true));
    private final CommandBus bus = fixture.bean(CommandBus.class);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aHandlerDoesItWithinATransaction() {
        assertThat(bus.send(new Knock("ada"))).isEqualTo("ada true");
    }

    @Test
    void aHandlerMaySendCommandsItself() {
        assertThat(bus.send(new Knock(""))).isEqualTo("nobody true");
    }

    @Test
    void whatNobodyHandlesIsNamed() {
        assertThatThrownBy(() -> bus.send(new Whistle()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Whistle");
    }
}
