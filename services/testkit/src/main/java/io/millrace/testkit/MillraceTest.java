package io.millrace.testkit;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test of a whole service: its own process configuration, a real PostgreSQL with a database of its own, and a real
 * NATS without any event.
 *
 * <p>Nothing is rolled back: a test that should not see another one's rows uses ids of its own. Inject {@link
 * io.millrace.testkit.events.Events} to await what the service emits, and {@link
 * io.millrace.testkit.events.OtherServices} to play the services it listens to.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@MicronautTest(transactional = false)
public @interface MillraceTest {

    /** The application name, and with it the stream; empty for the one that the service configures itself. */
    String service() default "";
}
