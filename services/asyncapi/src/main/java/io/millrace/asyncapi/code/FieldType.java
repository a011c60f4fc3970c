package io.millrace.asyncapi.code;

import java.lang.classfile.Attributes;
import java.lang.classfile.Signature;
import java.lang.classfile.Signature.ArrayTypeSig;
import java.lang.classfile.Signature.ClassTypeSig;
import java.lang.classfile.Signature.TypeArg;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.attribute.SignatureAttribute;
import java.util.Set;

/**
 * What a component of a record holds.
 *
 * @param type the class of the value or of each element, empty for a primitive
 * @param brackets {@code []} for each array around it
 */
record FieldType(String type, String brackets) {

    private static final Set<String> COLLECTIONS =
            Set.of("java/util/List", "java/util/Set", "java/util/Collection", "java/util/SequencedCollection");

    static FieldType of(RecordComponentInfo component) {
        return of(component
                .findAttribute(Attributes.signature())
                .map(SignatureAttribute::asTypeSignature)
                .orElseGet(() -> Signature.parseFrom(component.descriptor().stringValue())));
    }

    static FieldType of(Signature signature) {
        return switch (signature) {
            case ArrayTypeSig array -> of(array.componentSignature()).inBrackets();
            case ClassTypeSig type
            when COLLECTIONS.contains(name(type)) -> argument(type).inBrackets();
            case ClassTypeSig type when name(type).equals("java/util/Optional") -> argument(type);
            case ClassTypeSig type -> new FieldType(name(type), "");
            default -> new FieldType("", "");
        };
    }

    /** A nested class is written {@code Outer$Inner} in class files, but {@code Outer.Inner} in some signatures. */
    static String name(ClassTypeSig type) {
        return type.outerType().map(outer -> name(outer) + "$").orElse("") + type.className();
    }

    /** The first type argument. */
    static FieldType argument(ClassTypeSig type) {
        return type.typeArgs().stream()
                .findFirst()
                .filter(TypeArg.Bounded.class::isInstance)
                .map(argument -> of(((TypeArg.Bounded) argument).boundType()))
                .orElse(new FieldType("", ""));
    }

    private FieldType inBrackets() {
        return new FieldType(type, brackets + "[]");
    }
}
