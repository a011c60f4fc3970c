package io.millrace.contracts.registry;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Contracts that cannot be worked with. The message has a line for each thing that is wrong. */
public final class ContractException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ContractException(String message) {
        super(message);
    }

    public ContractException(String message, Throwable cause) {
        super(message, cause);
    }

    public ContractException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(joining("\n")));
    }
}
