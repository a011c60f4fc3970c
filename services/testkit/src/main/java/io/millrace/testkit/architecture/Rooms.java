package io.millrace.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** The three rooms that each feature of a service has. */
record Rooms(String base) {

    ArchRule serviceKnowsNeitherExpositionNorEffect() {
        return noClasses()
                .that()
                .resideInAPackage(service())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(exposition(), effect())
                .because("the business knows neither who calls it nor where it is stored");
    }

    ArchRule expositionDoesNotKnowEffect() {
        return noClasses()
                .that()
                .resideInAPackage(exposition())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(effect())
                .because("what comes in goes through the business");
    }

    ArchRule effectDoesNotKnowExposition() {
        return noClasses()
                .that()
                .resideInAPackage(effect())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(exposition())
                .because("what is stored does not follow the shape of requests");
    }

    ArchRule onlyServiceTypesArePublic() {
        return classes()
                .that()
                .resideInAnyPackage(exposition(), effect())
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic()
                .because("a feature is used through its service room");
    }

    ArchRule serviceUsesNoFramework() {
        return classes()
                .that()
                .resideInAPackage(service())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "jakarta.inject..",
                        "io.millrace.contracts..",
                        "io.millrace.chassis.business..",
                        service())
                .because("the business outlives its framework");
    }

    private String exposition() {
        return base + "..exposition..";
    }

    private String service() {
        return base + "..service..";
    }

    private String effect() {
        return base + "..effect..";
    }
}
