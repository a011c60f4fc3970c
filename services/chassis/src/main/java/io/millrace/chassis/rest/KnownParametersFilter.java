package io.millrace.chassis.rest;

import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.problem.ProblemException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Refuses a query parameter that a controller does not know. Left out without a word, a misspelled filter would answer with
 * everything. A controller that takes {@link HttpParameters} or a {@link RequestBean} looks itself.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class KnownParametersFilter {

    @RequestFilter
    void refuseOthers(HttpRequest<?> request) {
        Set<String> sent = request.getParameters().names();
        if (sent.isEmpty()) {
            return;
        }
        RouteAttributes.getRouteInfo(request)
                .filter(MethodBasedRouteInfo.class::isInstance)
                .map(route -> ((MethodBasedRouteInfo<?, ?>) route).getTargetMethod())
                .filter(method -> method.hasStereotype(Controller.class))
                .filter(method -> Stream.of(method.getArguments()).noneMatch(KnownParametersFilter::looksItself))
                .ifPresent(method -> require(sent, method.getArguments()));
    }

    private static void require(Set<String> sent, Argument<?>[] arguments) {
        Set<String> unknown = new TreeSet<>(sent);
        Stream.of(arguments)
                .filter(KnownParametersFilter::mayBeOfTheQuery)
                .map(KnownParametersFilter::name)
                .forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            Problem problem = Problem.of(HttpStatus.BAD_REQUEST, "The request has parameters that mean nothing here.");
            for (String name : unknown) {
                problem = problem.blaming(name, "is not a known parameter");
            }
            throw new ProblemException(problem);
        }
    }

    private static boolean looksItself(Argument<?> argument) {
        return HttpParameters.class.isAssignableFrom(argument.getType())
                || argument.isAnnotationPresent(RequestBean.class);
    }

    /** What bears no annotation may be of the query too. */
    private static boolean mayBeOfTheQuery(Argument<?> argument) {
        return argument.isAnnotationPresent(QueryValue.class)
                || !argument.getAnnotationMetadata().hasStereotype(Bindable.class);
    }

    private static String name(Argument<?> argument) {
        return argument.getAnnotationMetadata()
                .stringValue(QueryValue.class)
                .filter(given -> !given.isEmpty())
                .orElse(argument.getName());
    }
}
