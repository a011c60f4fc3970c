package io.millrace.cli.prove.fault;

import io.millrace.cli.prove.fault.Recovery.Condition;
import io.millrace.cli.prove.stage.Instance;
import io.millrace.cli.prove.stage.TcpProxy;

/** The connections of a process to one of the two servers. */
enum Way {
    TO_NATS("NATS") {
        @Override
        TcpProxy of(Instance instance) {
            return instance.toNats().getFirst();
        }

        @Override
        Condition working(Vitals vitals) throws Exception {
            return vitals.flowing();
        }
    },
    TO_POSTGRES("PostgreSQL") {
        @Override
        TcpProxy of(Instance instance) {
            return instance.toDatabase();
        }

        @Override
        Condition working(Vitals vitals) throws Exception {
            return vitals.committing();
        }
    };

    private final String server;

    Way(String server) {
        this.server = server;
    }

    String server() {
        return server;
    }

    abstract TcpProxy of(Instance instance);

    /** What shows that the services get through again. */
    abstract Condition working(Vitals vitals) throws Exception;
}
