package io.millrace.chassis.problem;

import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;

/** What the caller of a REST API calls a parameter of a controller's method. */
final class ArgumentNames {

    private ArgumentNames() {}

    static boolean isBody(Argument<?> argument) {
        return argument.isAnnotationPresent(Body.class);
    }

    static String of(Argument<?> argument) {
        return argument.getAnnotationMetadata()
                .stringValue(Header.class)
                .or(() -> argument.getAnnotationMetadata().stringValue(QueryValue.class))
                .filter(name -> !name.isEmpty())
                .orElseGet(argument::getName);
    }
}
