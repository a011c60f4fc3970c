package io.millrace.customers.customer.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.customers.Address;
import io.millrace.contracts.customers.CustomerAddressChanged;
import io.millrace.contracts.customers.CustomerErased;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.contracts.customers.CustomerRenamed;
import io.millrace.customers.customer.service.Customer.Active;
import io.millrace.customers.customer.service.Customer.Erased;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class CustomerDeskTest {

    private static final Address LONDON = new Address(null, null, "London", "United Kingdom");
    private static final Address LYON = new Address(null, null, "Lyon", "France");
    private static final LongPredicate ANY = version -> true;

    private final CustomersInMemory store = new CustomersInMemory();
    private final CustomerDesk desk = new CustomerDesk(store);

    @Test
    void registersAtVersionOne() {
        assertThat(desk.register("c", "Ada", LONDON))
                .isEqualTo(new Registration.Registered(new Active("c", 1, "Ada", LONDON)));
        assertThat(store.emitted).containsExactly(CustomerRegistered.of("c", "Ada", LONDON));
    }

    @Test
    void takesARepeatedRegistrationForWhatItIs() {
        desk.register("c", "Ada", LONDON);

        assertThat(desk.register("c", "Ada", LONDON)).isInstanceOf(Registration.AlreadyRegistered.class);
        assertThat(store.emitted).hasSize(1);
    }

    @Test
    void givesAnIdToOneCustomerOnly() {
        desk.register("c", "Ada", LONDON);

        assertThat(desk.register("c", "Ada", LYON)).isEqualTo(new Registration.IdTaken());
        assertThat(store.emitted).hasSize(1);
    }

    @Test
    void seesTheOneWhoRegisteredInBetween() {
        store.beforeNextSave(() -> desk.register("c", "Bob", LONDON));

        assertThat(desk.register("c", "Ada", LONDON)).isEqualTo(new Registration.IdTaken());
    }

    @Test
    void renames() {
        desk.register("c", "Ada", LONDON);

        assertThat(desk.rename("c", "Ada L.", version(1)))
                .isEqualTo(new Alteration.Done(new Active("c", 2, "Ada L.", LONDON)));
        assertThat(store.emitted).last().isEqualTo(new CustomerRenamed("c", "Ada L."));
    }

    @Test
    void moves() {
        desk.register("c", "Ada", LONDON);

        assertThat(desk.moveTo("c", LYON, version(1))).isEqualTo(new Alteration.Done(new Active("c", 2, "Ada", LYON)));
        assertThat(store.emitted).last().isEqualTo(new CustomerAddressChanged("c", LYON));
    }

    @Test
    void doesNothingWhenTheNameIsTheOneAskedFor() {
        desk.register("c", "Ada", LONDON);

        assertThat(desk.rename("c", "Ada", version(1)))
                .isEqualTo(new Alteration.Done(new Active("c", 1, "Ada", LONDON)));
        assertThat(store.emitted).hasSize(1);
    }

    @Test
    void answersARepeatedRenameAsDone() {
        desk.register("c", "Ada", LONDON);
        desk.rename("c", "Ada L.", version(1));

        assertThat(desk.rename("c", "Ada L.", version(1))).isInstanceOf(Alteration.Done.class);
        assertThat(store.emitted).hasSize(2);
    }

    @Test
    void refusesToChangeAnotherVersion() {
        desk.register("c", "Ada", LONDON);

        assertThat(desk.rename("c", "Eve", version(2))).isEqualTo(new Alteration.OtherVersion(1));
        assertThat(desk.rename("c", "Ada", version(2))).isEqualTo(new Alteration.OtherVersion(1));
        assertThat(desk.erase("c", version(2))).isEqualTo(new Erasure.OtherVersion(1));
        assertThat(store.emitted).hasSize(1);
    }

    @Test
    void losesNoUpdateToAnotherOneInBetween() {
        desk.register("c", "Ada", LONDON);
        store.beforeNextSave(() -> desk.moveTo("c", LYON, ANY));

        assertThat(desk.rename("c", "Eve", version(1))).isEqualTo(new Alteration.OtherVersion(2));
    }

    @Test
    void decidesAnewWhereAnyVersionWillDo() {
        desk.register("c", "Ada", LONDON);
        store.beforeNextSave(() -> desk.moveTo("c", LYON, ANY));

        assertThat(desk.rename("c", "Eve", ANY)).isEqualTo(new Alteration.Done(new Active("c", 3, "Eve", LYON)));
    }

    @Test
    void erasesOnceAndForAll() {
        desk.register("c", "Ada", LONDON);

        assertThat(desk.erase("c", ANY)).isEqualTo(new Erasure.Done());
        assertThat(desk.erase("c", ANY)).isEqualTo(new Erasure.Done());
        assertThat(desk.find("c")).hasValue(new Erased("c", 2));
        assertThat(store.emitted).containsExactly(CustomerRegistered.of("c", "Ada", LONDON), new CustomerErased("c"));
        assertThat(desk.register("c", "Ada", LONDON)).isEqualTo(new Registration.IdErased());
        assertThat(desk.rename("c", "Ada", ANY)).isEqualTo(new Alteration.Gone());
    }

    @Test
    void changesNobodyWhoIsUnknown() {
        assertThat(desk.rename("c", "Ada", ANY)).isEqualTo(new Alteration.Unknown());
        assertThat(desk.moveTo("c", LYON, ANY)).isEqualTo(new Alteration.Unknown());
        assertThat(desk.erase("c", ANY)).isEqualTo(new Erasure.Unknown());
    }

    private static LongPredicate version(long expected) {
        return version -> version == expected;
    }
}
