package io.millrace.billing;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** The billing service. Under another application name it is another service, with a stream and a database of its own. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Billing",
                        version = "1.0",
                        description =
                                "A payment for each order that asks for one. Payments come from events; the payment provider"
                                        + " is asked behind a circuit breaker, and asked again until it answers."))
public final class Billing {

    private Billing() {}

    public static void main(String[] args) {
        Micronaut.run(Billing.class, args);
    }
}
