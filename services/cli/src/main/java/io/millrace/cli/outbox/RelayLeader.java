package io.millrace.cli.outbox;

import io.millrace.cli.CommandFailure;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.MessagingState;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.RunFile;
import io.millrace.cli.shop.RunningShop;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the instance of a service that publishes its events. */
final class RelayLeader {

    private RelayLeader() {}

    /** @throws CommandFailure there is no such service, or none of its instances publishes at the moment */
    static URI of(RunningShop shop, String service, RestClient rest) {
        boolean known = false;
        for (RunFile.Service instance : shop.services()) {
            MessagingState state = state(instance, rest);
            if (state != null && state.service().equals(service)) {
                known = true;
                if (state.outbox().leader()) {
                    return instance.url();
                }
            }
        }
        throw new CommandFailure(
                known
                        ? "No instance of %s leads its relay at the moment: try again in a few seconds."
                                .formatted(service)
                        : "No service '%s' answers; these run: %s.".formatted(service, names(shop.services())));
    }

    private static MessagingState state(RunFile.Service instance, RestClient rest) {
        try {
            Answer answer = rest.get(MessagingState.of(instance.url()));
            return answer.succeeded() ? MessagingState.of(answer.body()) : null;
        } catch (IOException down) {
            return null;
        }
    }

    private static String names(List<RunFile.Service> services) {
        return services.stream().map(RunFile.Service::name).distinct().collect(Collectors.joining(", "));
    }
}
