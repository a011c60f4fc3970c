package io.millrace.delivery.recipient.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.customers.Address;
import io.millrace.contracts.customers.CustomerAddressChanged;
import io.millrace.contracts.customers.CustomerErased;
import io.millrace.contracts.customers.CustomerRegistered;
import io.millrace.contracts.customers.CustomerRenamed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecipientBookTest {

    private static final Address LONDON = new Address(null, null, "London", "United Kingdom");
    private static final Address PARIS = new Address(null, null, "Paris", "France");

    private final Kept kept = new Kept();
    private final RecipientBook book = new RecipientBook(kept);

    @Test
    void takesTheLastOfSeveralNamesInABatch() {
        book.register(List.of(CustomerRegistered.of("c", "Ada", LONDON)));

        book.rename(List.of(new CustomerRenamed("c", "Ada L."), new CustomerRenamed("c", "Countess")));

        assertThat(kept.recipients.get("c").name()).isEqualTo("Countess");
    }

    @Test
    void takesTheLastOfSeveralAddressesInABatch() {
        book.register(List.of(CustomerRegistered.of("c", "Ada", LONDON)));

        book.moveTo(List.of(new CustomerAddressChanged("c", PARIS), new CustomerAddressChanged("c", LONDON)));

        assertThat(kept.recipients.get("c").address()).isEqualTo(LONDON);
    }

    @Test
    void keepsEachCustomerOfABatchOnce() {
        book.register(List.of(CustomerRegistered.of("c", "Ada", LONDON), CustomerRegistered.of("c", "Ada", PARIS)));

        assertThat(kept.recipients).containsOnlyKeys("c");
    }

    @Test
    void erasesEachCustomerOfABatch() {
        book.register(List.of(CustomerRegistered.of("c", "Ada", LONDON)));

        book.erase(List.of(new CustomerErased("c"), new CustomerErased("c")));

        assertThat(kept.recipients).isEmpty();
    }

    /** Takes each customer once in a call, as a statement does. */
    private static final class Kept implements RecipientStore {

        private final Map<String, Recipient> recipients = new HashMap<>();

        @Override
        public void keep(List<Recipient> added) {
            assertThat(added).extracting(Recipient::customerId).doesNotHaveDuplicates();
            added.forEach(recipient -> recipients.put(recipient.customerId(), recipient));
        }

        @Override
        public void rename(Map<String, String> names) {
            names.forEach((id, name) ->
                    recipients.computeIfPresent(id, (_, recipient) -> new Recipient(id, name, recipient.address())));
        }

        @Override
        public void moveTo(Map<String, Address> addresses) {
            addresses.forEach((id, address) ->
                    recipients.computeIfPresent(id, (_, recipient) -> new Recipient(id, recipient.name(), address)));
        }

        @Override
        public void erase(Collection<String> customerIds) {
            assertThat(customerIds).doesNotHaveDuplicates();
            recipients.keySet().removeAll(customerIds);
        }
    }
}
