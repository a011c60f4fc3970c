package io.millrace.inventory;

import io.millrace.testkit.architecture.MillraceRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheThreeRooms() {
        MillraceRules.checkService("io.millrace.inventory");
    }
}
