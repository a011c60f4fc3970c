package io.millrace.chassis.problem;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;

/** Turns whatever the framework refuses into a problem document. */
@Singleton
final class ProblemProcessor implements ErrorResponseProcessor<Problem> {

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> base) {
        Problem problem = problem(context, base.status()).at(context.getRequest());
        MutableHttpResponse<Problem> response = base.status(problem.status()).body(problem);
        if (context.getRequest().getMethod() == HttpMethod.HEAD) {
            return response.body(null);
        }
        return response.contentType(Problem.MEDIA_TYPE);
    }

    private static Problem problem(ErrorContext context, HttpStatus status) {
        return context.getRootCause()
                .flatMap(JsonFault::of)
                .map(JsonFault::problem)
                .orElseGet(() -> switch (context.getRootCause().orElse(null)) {
                    case ConstraintViolationException violations -> Violations.problem(violations);
                    case ConversionErrorException conversion -> unreadable(conversion.getArgument());
                    case UnsatisfiedRouteException missing -> missing(missing.getArgument());
                    case null, default -> Problem.of(status, detail(context, status));
                });
    }

    private static Problem unreadable(Argument<?> argument) {
        return Problem.of(HttpStatus.BAD_REQUEST, "A value of the request cannot be read.")
                .blaming(ArgumentNames.of(argument), Expected.of(argument.getType()));
    }

    private static Problem missing(Argument<?> argument) {
        return ArgumentNames.isBody(argument)
                ? Problem.of(HttpStatus.BAD_REQUEST, "The request needs a body.")
                : Problem.of(HttpStatus.BAD_REQUEST, "A value of the request is missing.")
                        .blaming(ArgumentNames.of(argument), "is required");
    }

    private static String detail(ErrorContext context, HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return "There is nothing at this path.";
        }
        if (status.getCode() >= 500 || !context.hasErrors()) {
            return status.getReason();
        }
        return context.getErrors().getFirst().getMessage();
    }
}
