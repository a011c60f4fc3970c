package io.millrace.asyncapi.code;

import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which components of some records are read, given what a service's code refers to. A method of a record, {@code
 * Money.toDecimal()} for example, reads what its body reads.
 */
final class FieldReads {

    private record Field(String record, String component) {}

    private record Call(String record, String method, String descriptor) {}

    private final Map<String, ContractRecord> records;
    private final ClassFiles files;
    private final Set<Field> read = new HashSet<>();
    private final Set<Call> followed = new HashSet<>();

    FieldReads(Map<String, ContractRecord> records, ClassFiles files, Collection<Member> members) {
        this.records = records;
        this.files = files;
        members.forEach(this::follow);
    }

    boolean contains(ContractRecord of, String component) {
        return read.contains(new Field(of.name(), component));
    }

    /** A call to an interface may be one to any record that implements it. */
    private void follow(Member member) {
        if (!member.isField() && !member.name().equals(Member.CONSTRUCTOR)) {
            records.values().stream()
                    .filter(candidate -> candidate.isA(member.owner()))
                    .forEach(candidate -> call(candidate, member));
        }
    }

    private void call(ContractRecord target, Member method) {
        if (followed.add(new Call(target.name(), method.name(), method.descriptor()))) {
            body(target, method)
                    .flatMap(MethodModel::code)
                    .map(code -> Member.of((CodeModel) code).toList())
                    .orElse(List.of())
                    .forEach(member -> inside(target, member));
        }
    }

    private void inside(ContractRecord target, Member member) {
        if (member.isField() && member.owner().equals(target.name())) {
            read.add(new Field(target.name(), member.name()));
        } else if (!member.isField() && target.isA(member.owner())) {
            call(target, member);
        } else {
            follow(member);
        }
    }

    private Optional<MethodModel> body(ContractRecord target, Member method) {
        return target.method(method.name(), method.descriptor())
                .or(() -> target.supertypes().stream()
                        .flatMap(type -> files.find(type).stream())
                        .flatMap(type -> ContractRecord.method(type, method.name(), method.descriptor()).stream())
                        .findFirst());
    }
}
