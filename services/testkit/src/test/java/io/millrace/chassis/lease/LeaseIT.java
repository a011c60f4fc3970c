package io.millrace.chassis.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.chassis.ChassisFixture;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseIT {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ChassisFixture fixture = new ChassisFixture();
    private final LeaseTable table = fixture.bean(LeaseTable.class);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void oneOwnerAtATime() {
        assertThat(table.take("work", "a", LONG)).hasValue(1);
        assertThat(table.take("work", "b", LONG)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void anExpiredLeaseIsTakenWithAHigherEpochAndNotRenewed() {
        table.take("work", "a", Duration.ZERO);

        assertThat(table.take("work", "b", LONG)).hasValue(2);
        assertThat(table.renew("work", "a", 1, LONG)).isFalse();
        assertThat(table.renew("work", "b", 2, LONG)).isTrue();
    }

    @Test
    void anInstanceThatComesBackUnderItsNameNeedNotWait() {
        table.take("work", "a", LONG);

        assertThat(table.take("work", "a", LONG)).hasValue(2);
    }

    @Test
    void aLeaseGivenBackIsFreeAtOnce() {
        table.take("work", "a", LONG);
        table.release("work", "a", 1);

        assertThat(table.take("work", "b", LONG)).hasValue(2);
    }

    @Test
    void givingBackWhatSomebodyElseTookDoesNothing() {
        table.take("work", "a", Duration.ZERO);
        table.take("work", "b", LONG);

        table.release("work", "a", 1);

        assertThat(table.take("work", "c", LONG)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void aLeaseThatCouldNotBeRenewedInTimeIsNotHeld() {
        Lease lease = new Lease("work", "a", Duration.ZERO, table);

        assertThat(lease.tryTake()).isTrue();
        assertThat(lease.isHeld()).isFalse();
    }
}
