package io.millrace.cli.demo;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.Shop;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What the demonstration buys while everything works, without a word about it. */
public final class Purchase {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final List<Step.Act> ACTS = List.of(
            Buying::stock,
            Buying::register,
            Buying::order,
            Buying::watch,
            Buying::wantTooMuch,
            Buying::payWithBadCard,
            Buying::cancel);

    private Purchase() {}

    /**
     * Lists, registers, orders, pays, is refused, and cancels.
     *
     * @throws CommandFailure something of it was not seen in time
     */
    public static void rehearse(Shop shop) throws InterruptedException {
        try (RestClient rest = new RestClient(LIMIT)) {
            Stage stage = new Stage(shop, rest, new Await(Clock.systemUTC(), LIMIT));
            for (Step.Act act : ACTS) {
                act.on(stage);
            }
        } catch (IOException e) {
            throw new CommandFailure("The shop did not answer: " + e.getMessage() + ".", e);
        }
    }
}
