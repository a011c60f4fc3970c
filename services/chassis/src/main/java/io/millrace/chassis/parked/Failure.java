package io.millrace.chassis.parked;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Why an event could not be handled.
 *
 * @param cause what the handler threw
 */
public record Failure(Throwable cause) {

    private static final int MAX_REASON = 1_000;
    private static final int MAX_STACK = 8_000;

    /** The reason, on one line. */
    public String line() {
        return reason().strip().replaceAll("\\s+", " ");
    }

    String reason() {
        String message = cause.getMessage();
        String reason = message == null || message.isBlank()
                ? cause.getClass().getName()
                : cause.getClass().getSimpleName() + ": " + message;
        return shortened(reason + because(reason), MAX_REASON);
    }

    /** What is at the bottom of it, where the message does not say so. */
    private String because(String reason) {
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String said = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return reason.contains(said) ? "" : ", because of " + root.getClass().getSimpleName() + ": " + said;
    }

    String stack() {
        StringWriter stack = new StringWriter();
        cause.printStackTrace(new PrintWriter(stack));
        return shortened(stack.toString(), MAX_STACK);
    }

    /** PostgreSQL's text does not hold the character 0. */
    private static String shortened(String text, int length) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= length ? clean : clean.substring(0, length - 1) + "…";
    }
}
