package io.millrace.contracts.rules;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the components of a record can hold. */
final class JavaTypes {

    private static final Set<Class<?>> ELEMENTS = Set.of(List.class, Set.class, Collection.class);

    private JavaTypes() {}

    static boolean isPrimitive(Type type) {
        return type instanceof Class<?> java && java.isPrimitive();
    }

    /** Whether a component says of itself that it may be missing: an Optional, or marked as nullable. */
    static boolean mayLack(RecordComponent component) {
        return component.getType() == Optional.class
                || Stream.of(
                                component.getAnnotations(),
                                component.getAnnotatedType().getAnnotations())
                        .flatMap(Arrays::stream)
                        .anyMatch(annotation ->
                                annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    static Type withoutOptional(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                ? generic.getActualTypeArguments()[0]
                : type;
    }

    static Optional<Type> elementOf(Type type) {
        return type instanceof ParameterizedType generic && ELEMENTS.contains(generic.getRawType())
                ? Optional.of(generic.getActualTypeArguments()[0])
                : Optional.empty();
    }

    static String words(Type type) {
        return type.getTypeName().replace("java.lang.", "").replace("java.util.", "") + " in Java";
    }
}
