package io.millrace.testkit.provider;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer: status and body. */
record Reply(int status, ObjectNode body) {

    static Reply ok(ObjectNode body) {
        return new Reply(200, body);
    }

    static Reply error(int status, String type, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("type", type).put("code", code).put("message", message);
        return new Reply(status, body);
    }

    static Reply invalid(String code, String message) {
        return error(400, "invalid_request_error", code, message);
    }

    static Reply declined(String code) {
        return error(402, "card_error", code, "The card was declined: " + code + ".");
    }
}
