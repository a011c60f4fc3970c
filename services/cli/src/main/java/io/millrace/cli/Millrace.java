package io.millrace.cli;

import io.millrace.cli.bench.BenchCommand;
import io.millrace.cli.consumers.ConsumersCommand;
import io.millrace.cli.contracts.ContractsCommand;
import io.millrace.cli.deadletters.DeadLettersCommand;
import io.millrace.cli.demo.DemoCommand;
import io.millrace.cli.images.ImagesCommand;
import io.millrace.cli.importing.ImportCommand;
import io.millrace.cli.outbox.OutboxCommand;
import io.millrace.cli.prove.ProveCommand;
import io.millrace.cli.reset.ResetCommand;
import io.millrace.cli.rest.ServiceUrl;
import io.millrace.cli.sagas.SagasCommand;
import io.millrace.cli.sandbox.SandboxProviderCommand;
import io.millrace.cli.status.StatusCommand;
import io.millrace.cli.streams.StreamsCommand;
import io.millrace.cli.up.UpCommand;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The {@code millrace} command. Exit codes: 0 done, 1 failed with one sentence on standard error, 2 wrong usage. */
@Command(
        name = "./millrace",
        header = "A shop of event-driven services on NATS JetStream and PostgreSQL, on this machine.",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  ./millrace demo --exit                  see the shop survive crashes, told step by step",
            "  ./millrace up                           start the shop, stop it with Ctrl-C",
            "  ./millrace up --logs orders,delivery    the same, with the logs of two services",
            "  ./millrace status                       services, outboxes, consumers and their lag",
            "  ./millrace consumers --help             pause, rebuild, set back",
            "  ./millrace sagas show 536365            what was done for an order, step by step",
            "  ./millrace outbox republish orders      publish again what the broker has lost",
            "  ./millrace dead-letters list            events that a handler could not handle",
            "  ./millrace contracts list               events, who sends them and who takes them",
            "  ./millrace streams plan                 what is unlike its declaration in NATS",
            "  ./millrace images                       container images for the chart, without a Docker daemon",
            "  ./millrace import online-retail.csv     place the orders of a file in the running shop",
            "  ./millrace reset                        throw away all the shop has stored",
            "  ./millrace sandbox-provider             a payment provider without money, for tests",
            "  ./millrace prove --minutes 10           hurt a shop under load, and show that nothing is lost",
            "  ./millrace bench                        measure the chassis against the raw parts",
            "",
            "./millrace COMMAND --help tells more about a command."
        })
public final class Millrace implements Runnable {

    private static final int HELP_WIDTH = 100;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ENGLISH);
        System.exit(commandLine().execute(arguments));
    }

    /** The command with all below it. */
    public static CommandLine commandLine() {
        CommandLine command = new CommandLine(new Millrace())
                .addSubcommand(new UpCommand())
                .addSubcommand(new DemoCommand())
                .addSubcommand(new ImportCommand())
                .addSubcommand(new StatusCommand())
                .addSubcommand(new ConsumersCommand())
                .addSubcommand(new SagasCommand())
                .addSubcommand(new OutboxCommand())
                .addSubcommand(new DeadLettersCommand())
                .addSubcommand(new ContractsCommand())
                .addSubcommand(new StreamsCommand())
                .addSubcommand(new ImagesCommand())
                .addSubcommand(new ResetCommand())
                .addSubcommand(new SandboxProviderCommand())
                .addSubcommand(new ProveCommand())
                .addSubcommand(new BenchCommand())
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(URI.class, new ServiceUrl())
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler(oneSentence());
        command.getCommandSpec().addOption(help()).addOption(version()).versionProvider(Version::words);
        return command;
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(CommandLine.ScopeType.INHERIT)
                .description("Show this help.")
                .build();
    }

    private static OptionSpec version() {
        return OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show which version this is.")
                .build();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    private static IExecutionExceptionHandler oneSentence() {
        return (Exception failure, CommandLine command, ParseResult _) -> {
            PrintWriter err = command.getErr();
            if (failure instanceof CommandFailure) {
                err.println(command.getColorScheme().errorText(failure.getMessage()));
            } else {
                err.println(command.getColorScheme().stackTraceText(failure));
            }
            err.flush();
            return CommandLine.ExitCode.SOFTWARE;
        };
    }
}
