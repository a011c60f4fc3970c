package io.millrace.customers;

import io.millrace.testkit.architecture.MillraceRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsItsThreeRoomsApart() {
        MillraceRules.checkService("io.millrace.customers");
    }
}
