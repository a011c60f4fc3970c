package io.millrace.orders.customer.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerBookTest {

    private final List<Customer> kept = new ArrayList<>();
    private final CustomerBook book = new CustomerBook(new CustomerStore() {
        @Override
        public void keep(Collection<Customer> customers) {
            kept.addAll(customers);
        }

        @Override
        public Standing standing(String customerId) {
            return Standing.UNKNOWN;
        }
    });

    @Test
    void keepsTheLatestOfEachCustomerInABatch() {
        book.keep(List.of(
                Customer.known("a", 2, "Ada L."),
                Customer.known("b", 1, "Bob"),
                Customer.erased("a", 3),
                Customer.known("a", 1, "Ada")));

        assertThat(kept).containsExactlyInAnyOrder(Customer.erased("a", 3), Customer.known("b", 1, "Bob"));
    }
}
