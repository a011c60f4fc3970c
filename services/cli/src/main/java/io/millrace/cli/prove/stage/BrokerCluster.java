package io.millrace.cli.prove.stage;

import io.millrace.testkit.nats.NatsCluster;
import io.millrace.testkit.nats.NatsServer;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.ClusterInfo;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Three NATS servers on loopback, each stream on all of them. */
public final class BrokerCluster implements Nats {

    private static final int SERVERS = 3;
    private static final Duration ELECTION = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 200;

    private final NatsCluster cluster;
    private final List<Integer> ports;

    BrokerCluster(Path place) {
        List<NatsCluster.Ports> chosen = IntStream.range(0, SERVERS)
                .mapToObj(_ -> new NatsCluster.Ports(SteadyPorts.free(), SteadyPorts.free()))
                .toList();
        this.ports = chosen.stream().map(NatsCluster.Ports::clients).toList();
        this.cluster = NatsCluster.start(place.resolve("nats"), place.resolve("logs"), chosen);
    }

    @Override
    public List<Integer> ports() {
        return ports;
    }

    @Override
    public Connection connect() throws IOException {
        return NatsConnections.toAny(
                cluster.servers().stream().map(NatsServer::url).toList());
    }

    /** Makes streams with a replica on each server. Services leave a stream as it is. */
    void declare(List<StreamConfiguration> streams) throws InterruptedException {
        long end = System.nanoTime() + ELECTION.toNanos();
        for (StreamConfiguration stream : streams) {
            StreamConfiguration everywhere =
                    StreamConfiguration.builder(stream).replicas(SERVERS).build();
            while (!added(everywhere)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("the cluster did not elect a leader within " + ELECTION);
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private boolean added(StreamConfiguration stream) throws InterruptedException {
        try (Connection connection = connect()) {
            connection.jetStreamManagement().addStream(stream);
            return true;
        } catch (IOException | JetStreamApiException notYet) {
            return false;
        }
    }

    /** Kills the server that leads a stream, and starts it again. Returns its name. */
    public String killLeaderOf(String stream) throws IOException, JetStreamApiException, InterruptedException {
        String leader;
        try (Connection connection = connect()) {
            leader = clusterOf(connection.jetStreamManagement(), stream).getLeader();
        }
        NatsServer server = cluster.servers().get(Integer.parseInt(leader.substring(leader.indexOf('-') + 1)) - 1);
        server.kill();
        server.start();
        return leader;
    }

    /** Whether the stream has a leader, and all replicas are up to date. */
    public boolean isWhole(String stream) throws IOException, JetStreamApiException, InterruptedException {
        try (Connection connection = connect()) {
            ClusterInfo info = clusterOf(connection.jetStreamManagement(), stream);
            return info.getLeader() != null
                    && info.getReplicas().stream().allMatch(replica -> replica.isCurrent() && !replica.isOffline());
        }
    }

    private static ClusterInfo clusterOf(JetStreamManagement management, String stream)
            throws IOException, JetStreamApiException {
        ClusterInfo info = management.getStreamInfo(stream).getClusterInfo();
        if (info == null || info.getLeader() == null) {
            throw new IOException("stream " + stream + " has no leader at the moment");
        }
        return info;
    }

    @Override
    public void close() {
        cluster.close();
    }
}
