package io.millrace.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The architecture as rules. Each module's tests check it for their own classes:
 *
 * <pre>{@code
 * @Test
 * void keepsTheArchitecture() {
 *     MillraceRules.checkService("io.millrace.orders");
 * }
 * }</pre>
 *
 * <p>A rule that matches no class fails, so a rule cannot wither unnoticed when packages are renamed.
 */
public final class MillraceRules {

    private static final String ROOT = "io.millrace";

    private MillraceRules() {}

    /**
     * Three rooms, arrows {@code exposition → service ← effect}, only the service room public, no framework in it, and
     * nothing known of other services.
     *
     * @throws AssertionError if a rule is broken; it lists every violation of every rule
     */
    public static void checkService(String basePackage) {
        check(ProductionClasses.in(basePackage), service(basePackage));
    }

    /** Contracts depend on nothing but the JDK. */
    public static void checkContracts() {
        check(ProductionClasses.in(ROOT + ".contracts"), Stream.of(Borders.withoutFramework(ROOT + ".contracts")));
    }

    /** The chassis knows the envelope, but no event of any service and no service. */
    public static void checkChassis() {
        check(ProductionClasses.in(ROOT + ".chassis"), chassis(ROOT));
    }

    static Stream<ArchRule> service(String base) {
        Rooms rooms = new Rooms(base);
        return Stream.of(
                rooms.serviceKnowsNeitherExpositionNorEffect(),
                rooms.expositionDoesNotKnowEffect(),
                rooms.effectDoesNotKnowExposition(),
                rooms.onlyServiceTypesArePublic(),
                rooms.serviceUsesNoFramework(),
                Borders.withoutOtherServices(ROOT, base));
    }

    static Stream<ArchRule> chassis(String root) {
        return Stream.of(Borders.envelopeOnly(root + ".chassis", root + ".contracts"), Borders.noService(root));
    }

    static void check(JavaClasses classes, Stream<ArchRule> rules) {
        List<String> broken = new ArrayList<>();
        rules.forEach(rule -> {
            try {
                rule.check(classes);
            } catch (AssertionError e) {
                broken.add(e.getMessage());
            }
        });
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join("\n\n", broken));
        }
    }
}
