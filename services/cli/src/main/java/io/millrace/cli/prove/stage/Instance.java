package io.millrace.cli.prove.stage;

import io.millrace.cli.rest.RestClient;
import io.millrace.cli.shop.ServiceProcess;
import io.millrace.cli.shop.ServiceSpec;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One of the two processes of a service.
 *
 * @param name as its leases say, for example {@code orders-2}
 * @param toNats its ways to NATS, one for each server
 * @param toDatabase its way to PostgreSQL
 */
public record Instance(
        ServiceSpec service, String name, ServiceProcess process, List<TcpProxy> toNats, TcpProxy toDatabase) {

    public URI url() {
        return process.url();
    }

    public void start() {
        process.start();
    }

    /** @param settings for this one life, over those that it always has */
    public void start(Map<String, String> settings) {
        process.start(settings);
    }

    /** In good order. */
    public void stop() {
        process.stop();
    }

    /** In good order, without waiting for the end. */
    void askToStop() {
        process.askToStop();
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    public void pause() {
        Signals.pause(process.pid());
    }

    public void resume() {
        Signals.resume(process.pid());
    }

    public boolean isReady(RestClient probe) {
        return process.isAlive() && process.isReady(probe);
    }

    void close() {
        try (toDatabase) {
            process.stop();
        }
        toNats.forEach(TcpProxy::close);
    }
}
