package io.millrace.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NatsContextTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void readsWhatTheNatsToolWrites() throws Exception {
        NatsContext context = new NatsContext(JSON.readTree("""
            {"description": "x", "url": "nats://a:1,nats://b:2", "user": "", "password": "", "token": "",
             "creds": "~/a.creds", "inbox_prefix": "_INBOX.me"}
            """));

        assertThat(context.url()).contains("nats://a:1,nats://b:2");
        assertThat(context.user()).isEmpty();
        assertThat(context.password()).isEmpty();
        assertThat(context.token()).isEmpty();
        assertThat(context.inboxPrefix()).contains("_INBOX.me");
        assertThat(context.creds()).contains(Path.of(System.getProperty("user.home"), "a.creds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"millrace-dev", "millrace-reader", "millrace-operator"})
    void readsOurOwn(String name) throws Exception {
        String text = Declarations.shipped().files().get("contexts/" + name + ".json");

        NatsContext context = new NatsContext(JSON.readTree(text));

        assertThat(context.url()).isPresent();
        assertThat(context.inboxPrefix()).isEqualTo(context.user().map(user -> "_INBOX." + user));
    }
}
