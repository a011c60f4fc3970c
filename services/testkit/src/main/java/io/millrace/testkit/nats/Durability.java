package io.millrace.testkit.nats;

/** What the messages that a server has acknowledged survive. */
public enum Durability {
    /** The end of its process, however sudden. What the kernel has not yet written goes with the power. */
    PROCESS("development.conf"),

    /** A power cut as well: a message is on disk before it is acknowledged. Needs server 2.10 or newer. */
    POWER_CUT("durable.conf");

    private final String file;

    Durability(String file) {
        this.file = file;
    }

    String settings() {
        return "/nats-config/server/" + file;
    }
}
