package io.millrace.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void isAPoolThatHasNoConnectionToGive() {
        assertThat(Outage.isBehind(new IllegalStateException(new SQLTransientConnectionException("timed out"))))
                .isTrue();
    }

    @Test
    void isAServerThatShutsDown() {
        assertThat(Outage.isBehind(new SQLException("terminating connection", "57P01")))
                .isTrue();
    }

    @Test
    void isAConnectionThatBroke() {
        assertThat(Outage.isBehind(new SQLException("I/O error", "08006"))).isTrue();
        assertThat(Outage.isBehind(new SQLException("Connection is closed"))).isTrue();
    }

    @Test
    void isNoDefectOfOurOwn() {
        assertThat(Outage.isBehind(new SQLException("syntax error", "42601"))).isFalse();
        assertThat(Outage.isBehind(new IllegalStateException("no"))).isFalse();
    }
}
