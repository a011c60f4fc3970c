package io.millrace.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MillraceRulesTest {

    private static final String FIXTURES = "io.millrace.testkit.architecture.fixture.";

    @Test
    void acceptsAServiceThatKeepsThem() {
        assertThatCode(() -> checkService("clean")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nosyservice    | the business knows neither who calls it nor where it is stored | Curious.store
                    nosyexposition | what comes in goes through the business                        | Curious.store
                    nosyeffect     | what is stored does not follow the shape of requests           | Curious.request
                    openhouse      | a feature is used through its service room                     | exposition.Gate
                    framed         | the business outlives its framework                            | Prototype
                    gossip         | services know each other by their events only                  | Gossip.ofSomebodyElse
                    """)
    void namesTheRuleAndTheCulprit(String service, String rule, String culprit) {
        assertThatThrownBy(() -> checkService(service))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule)
                .hasMessageContaining(culprit);
    }

    @Test
    void refusesFrameworksInContracts() {
        assertThatThrownBy(() -> check("mill", Borders.withoutFramework(FIXTURES + "mill.contracts")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("OrderPlaced")
                .hasMessageContaining("jakarta.inject.Singleton");
    }

    @Test
    void refusesEventsAndServicesInTheChassisButNotTheEnvelope() {
        assertThatThrownBy(() -> MillraceRules.check(classes("mill"), MillraceRules.chassis(FIXTURES + "mill")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Chassis.placed")
                .hasMessageContaining("Chassis.orders")
                .hasMessageNotContaining("Chassis.envelope");
    }

    @Test
    void failsWhereThereIsNothingToCheck() {
        assertThatThrownBy(() -> MillraceRules.checkService("io.millrace.nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("No class was read in io.millrace.nowhere");
        assertThatThrownBy(() -> check("mill", new Rooms(FIXTURES + "mill").onlyServiceTypesArePublic()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void readsTheClassFilesOfThisJdk() {
        assertThat(classes("clean")).extracting(type -> type.getSimpleName()).contains("Turning", "Wheel", "Axle");
    }

    @Test
    void holdForContractsAndChassis() {
        MillraceRules.checkContracts();
        MillraceRules.checkChassis();
    }

    private static void checkService(String service) {
        MillraceRules.check(classes(service), MillraceRules.service(FIXTURES + service));
    }

    private static void check(String fixture, ArchRule rule) {
        MillraceRules.check(classes(fixture), Stream.of(rule));
    }

    private static JavaClasses classes(String fixture) {
        String base = FIXTURES + fixture;
        return ProductionClasses.writtenByHand(new ClassFileImporter().importPackages(base), base);
    }
}
