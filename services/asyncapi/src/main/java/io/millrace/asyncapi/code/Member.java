package io.millrace.asyncapi.code;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A method or field that code refers to.
 *
 * @param owner the class that the code names, which need not be the one that declares it
 */
record Member(String owner, String name, String descriptor, boolean isField) {

    static final String CONSTRUCTOR = "<init>";

    /** A constructor, or a method of a record that answers with one: a factory. */
    boolean makesItsOwner() {
        return !isField && (name.equals(CONSTRUCTOR) || descriptor.endsWith(")L" + owner + ";"));
    }

    /** All that a class refers to, in calls and as {@code Type::method}: both stand in its constant pool. */
    static Stream<Member> of(ClassModel model) {
        return StreamSupport.stream(model.constantPool().spliterator(), false)
                .filter(MemberRefEntry.class::isInstance)
                .map(entry -> of((MemberRefEntry) entry));
    }

    /** All that a single method refers to. */
    static Stream<Member> of(CodeModel code) {
        return code.elementStream().flatMap(Member::of);
    }

    private static Stream<Member> of(CodeElement element) {
        return switch (element) {
            case InvokeInstruction call -> Stream.of(of(call.method()));
            case FieldInstruction field -> Stream.of(of(field.field()));
            case InvokeDynamicInstruction dynamic ->
                dynamic.invokedynamic().bootstrap().arguments().stream().flatMap(Member::ofHandle);
            default -> Stream.empty();
        };
    }

    /** Lambdas, and the fields that {@code equals}, {@code hashCode} and {@code toString} of a record go through. */
    private static Stream<Member> ofHandle(LoadableConstantEntry argument) {
        return argument instanceof MethodHandleEntry handle ? Stream.of(of(handle.reference())) : Stream.empty();
    }

    private static Member of(MemberRefEntry entry) {
        return new Member(
                entry.owner().asInternalName(),
                entry.name().stringValue(),
                entry.type().stringValue(),
                entry instanceof FieldRefEntry);
    }
}
