package io.millrace.billing.payment.effect;

import io.millrace.billing.payment.service.Change;
import io.millrace.billing.payment.service.Wish;
import io.millrace.chassis.outbox.Cause;
import io.millrace.chassis.outbox.Emission;
import io.millrace.contracts.billing.PaymentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is said of a change, with its versions. */
final class Answers {

    private Answers() {}

    /** All caused by the event that is being handled. */
    static List<Emission> to(Change change, Cause cause) {
        return of(change, _ -> cause);
    }

    /** Each caused by the request that it answers. One that nobody remembers leaves it without a cause of others. */
    static List<Emission> to(Change change, Map<Wish, Cause> causes) {
        return of(change, event -> {
            Cause asked = causes.get(Wish.answeredBy(event));
            return asked == null ? Cause.current() : asked;
        });
    }

    private static List<Emission> of(Change change, Function<PaymentEvent, Cause> cause) {
        long version = change.after().version() - change.events().size();
        List<Emission> emissions = new ArrayList<>();
        for (PaymentEvent event : change.events()) {
            emissions.add(new Emission(change.after().orderId(), ++version, event, cause.apply(event)));
        }
        return emissions;
    }
}
