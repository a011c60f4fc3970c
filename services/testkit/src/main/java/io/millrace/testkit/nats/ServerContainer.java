package io.millrace.testkit.nats;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** A server in a Docker container that keeps its port on this machine when it is stopped and started again. */
final class ServerContainer implements NatsServer {

    private static final int INSIDE = 4222;
    private static final String SETTINGS = "/etc/nats/development.conf";

    private final Workspace workspace;
    private final GenericContainer<?> container;
    private boolean runs;

    ServerContainer(DockerImageName image, Workspace workspace) {
        this.workspace = workspace;
        this.container = new GenericContainer<>(image)
                .withExposedPorts(INSIDE)
                .withCreateContainerCmdModifier(command -> command.getHostConfig()
                        .withPortBindings(new PortBinding(
                                Ports.Binding.bindIpAndPort("127.0.0.1", workspace.port()), new ExposedPort(INSIDE))))
                .withFileSystemBind(workspace.store().toString(), "/data", BindMode.READ_WRITE)
                .withCopyFileToContainer(MountableFile.forHostPath(workspace.settingsFile()), SETTINGS)
                .withCommand("-c", SETTINGS, "-a", "0.0.0.0", "-p", Integer.toString(INSIDE), "-sd", "/data");
    }

    @Override
    public String url() {
        return "nats://127.0.0.1:" + workspace.port();
    }

    @Override
    public synchronized void start() {
        if (runs) {
            return;
        }
        if (container.getContainerId() == null) {
            container.start();
        } else {
            docker().startContainerCmd(container.getContainerId()).exec();
        }
        runs = true;
        Greeting.await(workspace.port(), () -> false, "docker logs " + container.getContainerId());
    }

    @Override
    public synchronized void stop() {
        if (runs) {
            docker().stopContainerCmd(container.getContainerId()).exec();
            runs = false;
        }
    }

    @Override
    public synchronized void kill() {
        if (runs) {
            docker().killContainerCmd(container.getContainerId()).exec();
            runs = false;
        }
    }

    @Override
    public void close() {
        container.stop();
        workspace.release();
    }

    private DockerClient docker() {
        return container.getDockerClient();
    }
}
