package io.millrace.billing;

import io.millrace.testkit.architecture.MillraceRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheThreeRooms() {
        MillraceRules.checkService("io.millrace.billing");
    }
}
