package io.millrace.orders;

import io.millrace.testkit.architecture.MillraceRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheArchitecture() {
        MillraceRules.checkService("io.millrace.orders");
    }
}
