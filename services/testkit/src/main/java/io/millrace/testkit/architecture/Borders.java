package io.millrace.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What a module may know of the others. */
final class Borders {

    /** What works on any contract and knows none. */
    private static final List<String> ENGINE = List.of("json", "registry", "upcasting", "validation");

    private Borders() {}

    static ArchRule withoutFramework(String base) {
        return classes()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", base + "..", "com.fasterxml.jackson..", "com.networknt.schema..")
                .because(
                        "contracts are read by whatever framework a consumer has; JSON and JSON Schema are no framework");
    }

    static ArchRule withoutOtherServices(String root, String base) {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..")
                        .and(resideOutsideOfPackages(base + "..", root + ".contracts..", root + ".chassis..")))
                .because("services know each other by their events only");
    }

    static ArchRule envelopeOnly(String chassis, String contracts) {
        return noClasses()
                .that()
                .resideInAPackage(chassis + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(contracts + ".*..")
                        .and(resideOutsideOfPackages(ENGINE.stream()
                                .map(part -> contracts + "." + part + "..")
                                .toArray(String[]::new))))
                .because("the chassis carries any event and knows none");
    }

    static ArchRule noService(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".chassis..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(root + "..")
                        .and(resideOutsideOfPackages(root + ".chassis..", root + ".contracts..")))
                .because("a library does not know who uses it");
    }
}
