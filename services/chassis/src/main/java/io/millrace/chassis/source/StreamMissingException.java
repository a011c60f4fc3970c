package io.millrace.chassis.source;

/** The transport answers, and nobody has made the stream yet. */
public final class StreamMissingException extends SourceUnavailableException {

    private static final long serialVersionUID = 1L;

    public StreamMissingException(String stream, Throwable cause) {
        super("stream " + stream + " does not exist yet", cause);
    }
}
