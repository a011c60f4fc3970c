package io.millrace.testkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;

/** The classes that people wrote and that go into production. */
final class ProductionClasses {

    /** Micronaut writes its beans' definitions beside them; they are public, and know the framework. */
    private static final DescribedPredicate<JavaClass> WRITTEN_BY_HAND = DescribedPredicate.describe(
            "written by hand",
            type -> !simpleName(type).startsWith("$") && !simpleName(type).contains("$Intercepted"));

    private ProductionClasses() {}

    static JavaClasses in(String basePackage) {
        return writtenByHand(
                new ClassFileImporter()
                        .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(basePackage),
                basePackage);
    }

    /** An importer that cannot read a class file leaves it out with a log line, so nothing at all is an error here. */
    static JavaClasses writtenByHand(JavaClasses imported, String basePackage) {
        JavaClasses classes = imported.that(WRITTEN_BY_HAND);
        if (classes.isEmpty()) {
            throw new AssertionError("No class was read in " + basePackage
                    + ": is the package right, and does ArchUnit know the class files of this JDK?");
        }
        return classes;
    }

    private static String simpleName(JavaClass type) {
        return type.getName().substring(type.getName().lastIndexOf('.') + 1);
    }
}
