package io.millrace.cli.prove.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.millrace.cli.prove.stage.Instance;
import io.millrace.cli.prove.stage.ProofStage;
import io.millrace.cli.rest.Answer;
import io.millrace.cli.rest.MessagingState;
import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.ServiceSpec;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody who looks after the services by REST, at whichever instance answers. */
final class Operator implements AutoCloseable {

    private static final Duration QUICK = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(120);

    private final ProofStage stage;
    private final RestClient quick = new RestClient(QUICK);
    private final RestClient patient = new RestClient(LONG);

    Operator(ProofStage stage) {
        this.stage = stage;
    }

    /** What the instances say of their messaging that say anything at the moment. */
    List<MessagingState> states(ServiceSpec service) {
        List<MessagingState> states = new ArrayList<>();
        for (Instance instance : stage.instancesOf(service)) {
            try {
                Answer answer = quick.get(MessagingState.of(instance.url()));
                if (answer.succeeded()) {
                    states.add(MessagingState.of(answer.body()));
                }
            } catch (IOException away) {
                // The other one may answer.
            }
        }
        return states;
    }

    /** @throws IOException neither instance does it; the message is what the last one answered */
    Answer post(ServiceSpec service, String path, JsonNode body) throws IOException {
        return post(quick, service, path, body);
    }

    /** The same for what takes its time. */
    Answer postAndWait(ServiceSpec service, String path, JsonNode body) throws IOException {
        return post(patient, service, path, body);
    }

    private Answer post(RestClient rest, ServiceSpec service, String path, JsonNode body) throws IOException {
        IOException refused = new IOException("there is no instance of " + service.name());
        for (Instance instance : stage.instancesOf(service)) {
            try {
                URI uri = instance.url().resolve(path);
                Answer answer = rest.send("POST", uri, body, "");
                if (answer.succeeded()) {
                    return answer;
                }
                refused = new IOException("%s answered: %s".formatted(uri, answer.problem()));
            } catch (IOException away) {
                refused = away;
            }
        }
        throw refused;
    }

    @Override
    public void close() {
        try (quick) {
            patient.close();
        }
    }
}
