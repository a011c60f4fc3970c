package io.millrace.chassis.nats;

import io.nats.client.Connection;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the client reports on the side: missing rights above all, which show nowhere else. */
final class NatsErrors implements ErrorListener {

    private static final Logger LOG = LoggerFactory.getLogger(NatsErrors.class);

    @Override
    public void errorOccurred(Connection connection, String error) {
        LOG.error("NATS refused something: {}", error);
    }

    @Override
    public void exceptionOccurred(Connection connection, Exception exception) {
        LOG.debug("NATS client: {}", exception.toString());
    }

    @Override
    public void slowConsumerDetected(Connection connection, Consumer consumer) {
        LOG.error("a subscription was too slow and the client dropped messages; the gap will be seen and read again");
    }
}
