package io.millrace.chassis.rest;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.millrace.chassis.problem.Problem;
import io.millrace.chassis.problem.ProblemException;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;

/**
 * Which versions of an aggregate a request agrees to change, as its {@code If-Match} header says: RFC 9110, section
 * 13.1.1. Weak tags and tags that this service never made are well-formed and match nothing.
 */
public sealed interface IfMatch extends LongPredicate {

    /**
     * The header of a request that may do without it: then any version will do.
     *
     * @throws ProblemException 400 if the header is not what RFC 9110 allows
     */
    static IfMatch optional(@Nullable String header) {
        return header == null ? new Any() : parse(header.strip());
    }

    /**
     * The header of a request that must have it.
     *
     * @throws ProblemException 428 if it is missing, 400 if it is not what RFC 9110 allows
     */
    static IfMatch required(@Nullable String header) {
        if (header == null) {
            throw new ProblemException(Problem.of(
                            HttpStatus.PRECONDITION_REQUIRED,
                            "Say in If-Match which version is to be changed: the ETag of the last answer.")
                    .blaming(HttpHeaders.IF_MATCH, "is required"));
        }
        return optional(header);
    }

    private static IfMatch parse(String header) {
        if (header.equals("*")) {
            return new Any();
        }
        if (!Tags.LIST.matcher(header).matches()) {
            throw new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "If-Match cannot be read.")
                    .blaming(HttpHeaders.IF_MATCH, "must be * or entity tags in double quotes, for example \"3\""));
        }
        return new Tags(
                Tags.TAG.matcher(header).results().map(tag -> tag.group()).collect(toUnmodifiableSet()));
    }

    /** {@code *}, or no header at all. */
    record Any() implements IfMatch {

        @Override
        public boolean test(long version) {
            return true;
        }
    }

    /** One tag or more, as they were sent. Weak ones are among them and never equal a version's own. */
    record Tags(Set<String> tags) implements IfMatch {

        private static final String ENTITY_TAG = "(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"";
        private static final Pattern TAG = Pattern.compile(ENTITY_TAG);
        private static final Pattern LIST = Pattern.compile(ENTITY_TAG + "(?:[ \\t]*,[ \\t]*" + ENTITY_TAG + ")*");

        @Override
        public boolean test(long version) {
            return tags.contains(EntityTag.of(version));
        }
    }
}
