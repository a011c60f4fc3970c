package io.millrace.asyncapi.code;

import static java.util.stream.Collectors.joining;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A record that is an event's body, or a part of one.
 *
 * @param name as class files write it
 * @param supertypes the interfaces that it has, directly or not
 * @param components what each component holds, in their order
 */
record ContractRecord(String name, ClassModel model, Set<String> supertypes, Map<String, FieldType> components) {

    static Optional<ContractRecord> of(ClassModel model, Set<String> supertypes) {
        return model.findAttribute(Attributes.record())
                .map(attribute -> new ContractRecord(
                        model.thisClass().asInternalName(), model, supertypes, components(attribute)));
    }

    boolean isA(String type) {
        return name.equals(type) || supertypes.contains(type);
    }

    Optional<MethodModel> method(String method, String descriptor) {
        return method(model, method, descriptor);
    }

    /** What decoding calls. */
    Optional<MethodModel> canonicalConstructor() {
        String parameters = model.findAttribute(Attributes.record()).orElseThrow().components().stream()
                .map(component -> component.descriptor().stringValue())
                .collect(joining());
        return method(Member.CONSTRUCTOR, "(" + parameters + ")V");
    }

    static Optional<MethodModel> method(ClassModel type, String method, String descriptor) {
        return type.methods().stream()
                .filter(candidate -> candidate.methodName().equalsString(method)
                        && candidate.methodType().equalsString(descriptor))
                .findFirst();
    }

    private static Map<String, FieldType> components(RecordAttribute attribute) {
        Map<String, FieldType> components = new LinkedHashMap<>();
        for (RecordComponentInfo component : attribute.components()) {
            components.put(component.name().stringValue(), FieldType.of(component));
        }
        return components;
    }
}
