package io.millrace.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** What a module may know of the others. */
final class Borders {

    private Borders() {}

    static ArchRule withoutFramework(String base) {
        return classes()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", base + "..")
                .because("contracts are read by whatever framework a consumer has");
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
                .dependOnClassesThat(resideInAPackage(contracts + ".*.."))
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
