package io.millrace.chassis.nats;

import io.millrace.chassis.ServiceIdentity;

/** The permissions of {@code nats-config} in one text, where a server's file would include them. */
final class PermissionFiles {

    private PermissionFiles() {}

    /** A service without a file of its own, that reads one stream, beside the users that there are files for. */
    static String accounts(String service, String consumer, String from) {
        String template = NatsConfigFiles.read("accounts/service-template.conf")
                .replace("${service}", service)
                .replace("${STREAM}", ServiceIdentity.streamOf(service))
                .replace("${consumer}", consumer)
                .replace("${FROM}", from);
        return """

                accounts {
                  MILLRACE {
                    jetstream: enabled
                    users: [
                %s%s%s%s
                    ]
                  }
                }
                """.formatted(user(service, template), shipped("orders"), shipped("reader"), shipped("operator"));
    }

    private static String shipped(String user) {
        return user(user, NatsConfigFiles.read("accounts/" + user + ".conf"));
    }

    private static String user(String name, String permissions) {
        return "{ user: %s, password: secret, permissions {%n%s%n} }%n".formatted(name, permissions);
    }
}
