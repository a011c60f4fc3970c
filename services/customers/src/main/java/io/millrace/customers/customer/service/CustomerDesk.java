package io.millrace.customers.customer.service;

import io.millrace.contracts.customers.Address;
import io.millrace.customers.customer.service.Customer.Active;
import io.millrace.customers.customer.service.Customer.Erased;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Everything that can be asked for about customers.
 *
 * <p>A repeated request changes nothing and emits nothing, even when it names the version that its first sending
 * changed: RFC 9110, section 13.1.1, allows to answer it as done. Where somebody else's change comes between reading and
 * saving, the decision is made anew on what is there then.
 */
@Singleton
public final class CustomerDesk {

    private final CustomerStore store;

    public CustomerDesk(CustomerStore store) {
        this.store = store;
    }

    public Optional<Customer> find(String id) {
        return store.find(id);
    }

    /** Customers who were not erased, ordered by id, behind the given one. */
    public List<Active> list(String afterId, int limit) {
        return store.list(afterId, limit);
    }

    /** Looks only where the id is taken: most are not. */
    public Registration register(String id, String name, Address address) {
        return settle(() -> saved(Customer.register(id, name, address))
                .<Registration>map(Registration.Registered::new)
                .or(() -> store.find(id).map(there -> met(there, name, address))));
    }

    private static Registration met(Customer there, String name, Address address) {
        return switch (there) {
            case Active same
            when same.name().equals(name) && same.address().equals(address) -> new Registration.AlreadyRegistered(same);
            case Active _ -> new Registration.IdTaken();
            case Erased _ -> new Registration.IdErased();
        };
    }

    /** @param expected which versions the caller agrees to change */
    public Alteration rename(String id, String name, LongPredicate expected) {
        return alter(id, expected, there -> there.name().equals(name), there -> there.rename(name));
    }

    /** @param expected which versions the caller agrees to change */
    public Alteration moveTo(String id, Address address, LongPredicate expected) {
        return alter(id, expected, there -> there.address().equals(address), there -> there.moveTo(address));
    }

    /** @param expected which versions the caller agrees to erase */
    public Erasure erase(String id, LongPredicate expected) {
        return settle(() -> switch (store.find(id).orElse(null)) {
            case null -> Optional.of(new Erasure.Unknown());
            case Erased there when wasEver(expected, there) -> Optional.of(new Erasure.Done());
            case Active there
            when expected.test(there.version()) -> saved(there.erase()).map(_ -> new Erasure.Done());
            case Customer there -> Optional.of(new Erasure.OtherVersion(there.version()));
        });
    }

    private Alteration alter(
            String id, LongPredicate expected, Predicate<Active> already, Function<Active, Change<Active>> change) {
        return settle(() -> switch (store.find(id).orElse(null)) {
            case null -> Optional.of(new Alteration.Unknown());
            case Erased _ -> Optional.of(new Alteration.Gone());
            case Active there
            when already.test(there) && wasEver(expected, there) -> Optional.of(new Alteration.Done(there));
            case Active there
            when expected.test(there.version()) -> saved(change.apply(there)).map(Alteration.Done::new);
            case Active there -> Optional.of(new Alteration.OtherVersion(there.version()));
        });
    }

    private <C extends Customer> Optional<C> saved(Change<C> change) {
        return store.save(change) ? Optional.of(change.after()) : Optional.empty();
    }

    private static boolean wasEver(LongPredicate expected, Customer there) {
        return LongStream.rangeClosed(1, there.version()).anyMatch(expected);
    }

    /** Empty means that a race was lost. Somebody else won it, so this ends. */
    private static <R> R settle(Supplier<Optional<R>> attempt) {
        Optional<R> outcome = attempt.get();
        while (outcome.isEmpty()) {
            outcome = attempt.get();
        }
        return outcome.get();
    }
}
