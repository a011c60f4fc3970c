package io.millrace.cli.prove.load;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.cli.prove.load.Product.Supply;
import io.millrace.testkit.provider.SandboxCard;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final int MANY = 10_000;

    private final SplittableRandom random = new SplittableRandom(4711);

    @Test
    void hotProductsAreOrderedMoreOftenThanScarceOnes() {
        Map<Supply, Long> ordered =
                Catalogue.of("s").some(MANY, random).stream().collect(groupingBy(Product::supply, counting()));

        assertThat(ordered).containsOnlyKeys(Supply.values());
        assertThat(ordered.get(Supply.HOT)).isGreaterThan(5 * ordered.get(Supply.SCARCE));
    }

    @Test
    void noPriceIsGivenTwice() {
        Product product = new Product("s-hot-1", Supply.HOT);
        List<String> prices = Stream.concat(
                        Stream.of(product.firstPrice()),
                        Stream.generate(product::nextPrice).limit(MANY))
                .toList();

        assertThat(prices).startsWith("1.00", "1.01").doesNotHaveDuplicates();
    }

    @Test
    void mostCardsApproveAndEachKindIsUsed() {
        Map<String, Long> used =
                IntStream.range(0, MANY).mapToObj(_ -> Cards.any(random)).collect(groupingBy(card -> card, counting()));

        assertThat(used).hasSize(SandboxCard.values().length);
        assertThat(used.get(SandboxCard.APPROVE.token())).isGreaterThan(MANY * 9L / 10);
    }
}
