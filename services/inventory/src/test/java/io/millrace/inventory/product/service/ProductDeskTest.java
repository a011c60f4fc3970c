package io.millrace.inventory.product.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.contracts.Money;
import io.millrace.contracts.inventory.ProductListed;
import io.millrace.contracts.inventory.ProductRepriced;
import io.millrace.contracts.inventory.ProductRestocked;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class ProductDeskTest {

    private static final LongPredicate ANY = version -> true;

    private final ProductsInMemory store = new ProductsInMemory();
    private final ProductDesk desk = new ProductDesk(store);

    @Test
    void listsAtVersionOneWithoutPieces() {
        assertThat(desk.list("A", "HEART", gbp("2.5")))
                .isEqualTo(new Listing.Listed(
                        new Product("A", 1, "HEART", gbp("2.50"), gbp("2.50"), new Stock(0, 0, 0, 0, 0))));
        assertThat(store.emitted).containsExactly(new ProductListed("A", "HEART", gbp("2.50")));
    }

    @Test
    void takesARepeatedListingForWhatItIsThoughThePriceHasChangedSince() {
        list("A");
        desk.reprice("A", gbp("3"), ANY);

        assertThat(desk.list("A", "HEART", gbp("2.5"))).isInstanceOf(Listing.AlreadyListed.class);
        assertThat(desk.list("A", "HEART", gbp("3.00"))).isInstanceOf(Listing.AlreadyListed.class);
        assertThat(store.emitted).hasSize(2);
    }

    @Test
    void givesASkuToOneProductOnly() {
        list("A");

        assertThat(desk.list("A", "HEART", gbp("2.51"))).isInstanceOf(Listing.SkuTaken.class);
        assertThat(desk.list("A", "LANTERN", gbp("2.5"))).isInstanceOf(Listing.SkuTaken.class);
        assertThat(desk.list("A", "HEART", new Money("2.5", "EUR"))).isInstanceOf(Listing.SkuTaken.class);
        assertThat(store.emitted).hasSize(1);
    }

    @Test
    void repricesOnce() {
        list("A");

        assertThat(desk.reprice("A", gbp("2.95"), is(1))).isInstanceOf(Repricing.Done.class);
        assertThat(desk.reprice("A", gbp("2.950"), is(1))).isInstanceOf(Repricing.Done.class);
        assertThat(store.emitted).last().isEqualTo(new ProductRepriced("A", gbp("2.95")));
        assertThat(store.emitted).hasSize(2);
    }

    @Test
    void keepsItsCurrency() {
        list("A");

        assertThat(desk.reprice("A", new Money("2.95", "EUR"), ANY)).isEqualTo(new Repricing.OtherCurrency("GBP"));
        assertThat(store.emitted).hasSize(1);
    }

    @Test
    void refusesToRepriceAnotherVersion() {
        list("A");

        assertThat(desk.reprice("A", gbp("3"), is(2))).isEqualTo(new Repricing.OtherVersion(1));
        assertThat(desk.reprice("B", gbp("3"), ANY)).isEqualTo(new Repricing.Unknown());
    }

    @Test
    void addsEachDeliveryOfGoodsOnce() {
        list("A");

        assertThat(desk.restock("A", "note-1", 10)).isInstanceOf(Restocking.Restocked.class);
        assertThat(desk.restock("A", "note-1", 10)).isInstanceOf(Restocking.AlreadyRestocked.class);
        assertThat(desk.restock("A", "note-1", 11)).isEqualTo(new Restocking.IdTaken(10));
        assertThat(desk.restock("A", "note-2", 5)).isInstanceOf(Restocking.Restocked.class);

        assertThat(stock("A")).isEqualTo(new Stock(15, 15, 0, 0, 0));
        assertThat(store.emitted).endsWith(new ProductRestocked("A", 10), new ProductRestocked("A", 5));
    }

    @Test
    void seesTheSameDeliveryOfGoodsThatIsReportedInBetween() {
        list("A");
        store.beforeNextSave(() -> desk.restock("A", "note-1", 10));

        assertThat(desk.restock("A", "note-1", 10)).isInstanceOf(Restocking.AlreadyRestocked.class);
        assertThat(stock("A").received()).isEqualTo(10);
    }

    @Test
    void receivesNoMoreThanAnEventCanSay() {
        list("A");
        desk.restock("A", "note-1", Integer.MAX_VALUE - 1);

        assertThat(desk.restock("A", "note-2", 2)).isEqualTo(new Restocking.TooMany(1));
        assertThat(desk.restock("A", "note-3", 1)).isInstanceOf(Restocking.Restocked.class);
        assertThat(desk.restock("A", "note-4", 1)).isEqualTo(new Restocking.TooMany(0));
        assertThat(desk.restock("B", "note-1", 1)).isEqualTo(new Restocking.Unknown());
    }

    private void list(String sku) {
        desk.list(sku, "HEART", gbp("2.5"));
    }

    private Stock stock(String sku) {
        return desk.find(sku).orElseThrow().stock();
    }

    private static Money gbp(String amount) {
        return new Money(amount, "GBP");
    }

    private static LongPredicate is(long expected) {
        return version -> version == expected;
    }
}
