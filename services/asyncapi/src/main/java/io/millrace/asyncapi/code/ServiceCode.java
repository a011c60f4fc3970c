package io.millrace.asyncapi.code;

import static java.util.stream.Collectors.toSet;

import io.millrace.asyncapi.reads.Consumer;
import io.millrace.asyncapi.reads.EventVersion;
import io.millrace.asyncapi.reads.Handled;
import io.millrace.asyncapi.reads.Reads;
import java.lang.classfile.Annotation;
import java.lang.classfile.ClassModel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a service's compiled code has to do with events. Nothing of it is loaded.
 *
 * <p>It handles what methods of its {@code @EventHandler} classes take. It emits what it makes of its own event records,
 * {@code new OrderPlaced(…)} or {@code CustomerRegistered.of(…)}: whether the record really reaches the outbox is not looked
 * at, and a factory elsewhere in a library is not found.
 *
 * <p>It reads a field {@code address.country} of an event if anywhere in its code, or in a library of its class path, {@code
 * event.address()} and {@code Address.country()} are called, as calls, as method references, or through a method of the
 * record. Where {@code event.address()} is called and nothing of an address is read anywhere, it may have been handed on
 * whole, and all of it counts, see {@link Handled#dependsOn}. That says too much where
 *
 * <ul>
 *   <li>a part is shared: who reads {@code Address.country()} of one event, or of an address of its own, seems to read it
 *       of all events whose address it takes; and so does what a library reads that others use;
 *   <li>the code that reads is never run, or belongs to another consumer of the same service;
 *   <li>a record's constructor looks at a field without needing it.
 * </ul>
 *
 * <p>And it says too little where an event is taken as a whole, or a part of which some fields are read by calls too: put
 * into a log line, given to a serialiser, compared as an element of a list, or read by reflection.
 */
public final class ServiceCode {

    private static final String EVENT_CONTRACT = "io/millrace/contracts/EventContract";

    private final ClassFiles files;
    private final ContractRecords records;
    private final List<ClassModel> written;
    private final Set<Member> members;
    private final Libraries libraries;

    /**
     * @param classes the service's class files
     * @param libraries what it may hand events to
     * @param classPath where its contracts and other libraries are; asked for bytes only
     */
    public ServiceCode(Path classes, Libraries libraries, ClassLoader classPath) {
        this.files = new ClassFiles(classes, classPath);
        this.records = new ContractRecords(files);
        this.written = files.written();
        this.libraries = libraries;
        this.members = written.stream().flatMap(Member::of).collect(toSet());
    }

    /** What the service of that name emits, handles and reads. */
    public Reads reads(String service) {
        return new Reads(service, emits(service), consumers(service));
    }

    /** What the service says of itself: the text of its {@code @OpenAPIDefinition}, if it has one. */
    public Optional<Title> title() {
        return written.stream().flatMap(model -> Title.of(model).stream()).findFirst();
    }

    private List<EventVersion> emits(String service) {
        return members.stream()
                .filter(Member::makesItsOwner)
                .map(Member::owner)
                .distinct()
                .flatMap(owner -> event(owner).stream())
                .filter(event -> event.type().startsWith(service + "."))
                .distinct()
                .sorted()
                .toList();
    }

    private List<Consumer> consumers(String service) {
        Map<String, Listening> byDurable = new TreeMap<>();
        written.stream()
                .flatMap(model -> HandlerClass.of(model, files).stream())
                .map(handler -> Listening.of(service, handler))
                .forEach(listening -> byDurable.merge(listening.durable(), listening, Listening::plus));
        Set<Member> all = Stream.concat(members.stream(), libraries.membersOf(parts(byDurable.values())).stream())
                .collect(toSet());
        return byDurable.values().stream()
                .map(listening -> consumer(listening, all))
                .toList();
    }

    /** The records that are taken and all their parts, with the interfaces that they may be asked through. */
    private Set<String> parts(Collection<Listening> all) {
        return all.stream()
                .flatMap(listening -> listening.records().keySet().stream())
                .flatMap(name -> records.tree(name).values().stream())
                .flatMap(part -> Stream.concat(Stream.of(part.name()), part.supertypes().stream()))
                .collect(toSet());
    }

    private Consumer consumer(Listening listening, Set<Member> all) {
        Map<EventVersion, Handled> handled = new TreeMap<>();
        listening.records().forEach((name, kinds) -> {
            Handled one = handled(name, kinds, all);
            handled.merge(one.event(), one, Handled::plus);
        });
        return new Consumer(
                listening.durable(),
                listening.stream(),
                listening.foreign(),
                listening.keep(),
                listening.tables(),
                List.copyOf(handled.values()));
    }

    private Handled handled(String name, TreeSet<String> kinds, Set<Member> all) {
        EventVersion event = event(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a handler takes " + name.replace('/', '.') + ", which is no record with an @EventContract"));
        Map<String, ContractRecord> tree = records.tree(name);
        return new Handled(
                event,
                List.copyOf(kinds),
                FieldPaths.read(name, tree, new FieldReads(tree, files, all)),
                FieldPaths.needed(name, tree));
    }

    private Optional<EventVersion> event(String name) {
        return records.find(name)
                .flatMap(found -> Annotations.find(found.model(), EVENT_CONTRACT))
                .map(ServiceCode::event);
    }

    private static EventVersion event(Annotation contract) {
        return new EventVersion(Annotations.text(contract, "value", ""), Annotations.text(contract, "version", "1.0"));
    }
}
