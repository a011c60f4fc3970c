package io.millrace.cli.prove.load;

import io.millrace.cli.prove.load.Product.Supply;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The products of a run: few, so that callers meet at them. */
record Catalogue(List<Product> products) {

    private static final int HUNDRED = 100;
    private static final int SCARCE_IN_HUNDRED = 6;
    private static final int HOT_IN_HUNDRED = 50;

    /** @param name what all ids begin with */
    static Catalogue of(String name) {
        return new Catalogue(List.of(
                new Product(name + "-plenty-1", Supply.PLENTY),
                new Product(name + "-plenty-2", Supply.PLENTY),
                new Product(name + "-plenty-3", Supply.PLENTY),
                new Product(name + "-hot-1", Supply.HOT),
                new Product(name + "-hot-2", Supply.HOT),
                new Product(name + "-scarce", Supply.SCARCE)));
    }

    /** Products to order, not all different. */
    List<Product> some(int count, RandomGenerator random) {
        List<Product> some = new ArrayList<>();
        for (int line = 0; line < count; line++) {
            int dice = random.nextInt(HUNDRED);
            some.add(any(
                    dice < SCARCE_IN_HUNDRED ? Supply.SCARCE : dice < HOT_IN_HUNDRED ? Supply.HOT : Supply.PLENTY,
                    random));
        }
        return some;
    }

    /** Any of them, each as often as the others. */
    Product any(RandomGenerator random) {
        return products.get(random.nextInt(products.size()));
    }

    private Product any(Supply supply, RandomGenerator random) {
        List<Product> such =
                products.stream().filter(product -> product.supply() == supply).toList();
        return such.get(random.nextInt(such.size()));
    }
}
