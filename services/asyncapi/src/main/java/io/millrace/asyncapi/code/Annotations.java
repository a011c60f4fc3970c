package io.millrace.asyncapi.code;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Annotations of a class or method. What is not written there has its default, which class files do not repeat. */
final class Annotations {

    private Annotations() {}

    /** @param type as class files write it, for example {@code io/millrace/contracts/EventContract} */
    static Optional<Annotation> find(AttributedElement element, String type) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(attribute -> attribute.annotations().stream())
                .filter(annotation -> annotation.className().equalsString("L" + type + ";"))
                .findFirst();
    }

    /** The same, but for annotations that others are annotated with as well, at any depth: the nearest one. */
    static Optional<Annotation> findWithin(AttributedElement element, String type, ClassFiles files) {
        return findWithin(element, type, files, new HashSet<>());
    }

    private static Optional<Annotation> findWithin(
            AttributedElement element, String type, ClassFiles files, Set<String> seen) {
        return find(element, type)
                .or(() -> element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                        .flatMap(attribute -> attribute.annotations().stream())
                        .map(annotation -> annotation.className().stringValue())
                        .map(descriptor -> descriptor.substring(1, descriptor.length() - 1))
                        .filter(name -> !name.startsWith("java/") && seen.add(name))
                        .flatMap(name -> files.find(name).stream())
                        .flatMap(found -> findWithin(found, type, files, seen).stream())
                        .findFirst());
    }

    static String text(Annotation annotation, String name, String otherwise) {
        return value(annotation, name)
                .filter(AnnotationValue.OfString.class::isInstance)
                .map(value -> ((AnnotationValue.OfString) value).stringValue())
                .orElse(otherwise);
    }

    static boolean flag(Annotation annotation, String name) {
        return value(annotation, name)
                .filter(AnnotationValue.OfBoolean.class::isInstance)
                .map(value -> ((AnnotationValue.OfBoolean) value).booleanValue())
                .orElse(false);
    }

    static List<String> texts(Annotation annotation, String name) {
        return value(annotation, name).stream()
                .flatMap(value ->
                        value instanceof AnnotationValue.OfArray array ? array.values().stream() : Stream.of(value))
                .filter(AnnotationValue.OfString.class::isInstance)
                .map(value -> ((AnnotationValue.OfString) value).stringValue())
                .toList();
    }

    static Optional<Annotation> nested(Annotation annotation, String name) {
        return value(annotation, name)
                .filter(AnnotationValue.OfAnnotation.class::isInstance)
                .map(value -> ((AnnotationValue.OfAnnotation) value).annotation());
    }

    private static Optional<AnnotationValue> value(Annotation annotation, String name) {
        return annotation.elements().stream()
                .filter(element -> element.name().equalsString(name))
                .map(AnnotationElement::value)
                .findFirst();
    }
}
