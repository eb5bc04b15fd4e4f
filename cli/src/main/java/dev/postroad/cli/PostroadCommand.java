package dev.postroad.cli;

import dev.postroad.broker.embedded.BrokerStartException;
import dev.postroad.cli.bus.NoBusException;
import dev.postroad.cli.bus.UnknownServiceException;
import dev.postroad.cli.bus.UnknownTopicException;
import dev.postroad.cli.check.CheckCommand;
import dev.postroad.cli.command.ApplyCommand;
import dev.postroad.cli.command.DoctorCommand;
import dev.postroad.cli.command.PublishCommand;
import dev.postroad.cli.command.TailCommand;
import dev.postroad.cli.deadletter.DltCommand;
import dev.postroad.cli.docs.DocsCommand;
import dev.postroad.cli.docs.PageFolderException;
import dev.postroad.cli.output.Console;
import dev.postroad.cli.up.UpCommand;
import dev.postroad.cli.up.UpException;
import dev.postroad.client.connection.BrokerRefusedException;
import dev.postroad.client.connection.BrokerUnreachableException;
import dev.postroad.client.connection.LoginFailedException;
import dev.postroad.client.connection.RightMissingException;
import dev.postroad.client.connection.TopicMissingException;
import dev.postroad.client.deadletter.ReplayFailedException;
import dev.postroad.client.tls.FileRefusedException;
import dev.postroad.compiler.baseline.NoBaselineException;
import dev.postroad.compiler.bus.NotABusException;
import dev.postroad.compiler.git.GitException;
import dev.postroad.compiler.plan.InvalidRulesException;
import dev.postroad.compiler.proto.ProtocUnavailableException;
import dev.postroad.platform.cluster.ClusterRefusedException;
import dev.postroad.platform.cluster.ClusterUnreachableException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.ApiException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The top of the command line. */
@Command(
        name = "postroad",
        description = "Makes Apache Kafka a message bus that many teams can share.",
        mixinStandardHelpOptions = true,
        versionProvider = PostroadCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Begin with: postroad up", "Exit codes: 0 done, 1 findings or failure, 2 usage, 3 drift."})
public final class PostroadCommand implements Runnable {
    /** Failures whose message says all that a user needs. */
    private static final Set<Class<? extends RuntimeException>> SPOKEN = Set.of(
            BrokerRefusedException.class,
            BrokerStartException.class,
            BrokerUnreachableException.class,
            ClusterRefusedException.class,
            ClusterUnreachableException.class,
            FileRefusedException.class,
            GitException.class,
            InvalidRulesException.class,
            LoginFailedException.class,
            NoBaselineException.class,
            NoBusException.class,
            NotABusException.class,
            PageFolderException.class,
            ProtocUnavailableException.class,
            ReplayFailedException.class,
            RightMissingException.class,
            TopicMissingException.class,
            UnknownServiceException.class,
            UnknownTopicException.class,
            UpException.class);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The command line on the given streams. */
    public static CommandLine commandLine(Console console) {
        var commands = new CommandLine(new PostroadCommand())
                .addSubcommand(new UpCommand(console))
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new ApplyCommand(console))
                .addSubcommand(new DocsCommand(console))
                .addSubcommand(new PublishCommand(console))
                .addSubcommand(new TailCommand(console))
                .addSubcommand(new DoctorCommand(console))
                .addSubcommand(DltCommand.commandLine(console));
        commands.getSubcommands().values().forEach(PostroadCommand::addHelp);
        commands.addSubcommand(helpCommand());
        return commands.setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(PostroadCommand::failed);
    }

    /** Picocli's own, which comes with the option for its help. */
    private static CommandLine helpCommand() {
        var help = new CommandLine(new HelpCommand());
        help.getCommandSpec()
                .usageMessage()
                .header(new String[0])
                .synopsisHeading("Usage: ")
                .description("Shows how a command is used.");
        return help;
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec().addOption(help());
        command.getSubcommands().values().forEach(PostroadCommand::addHelp);
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build();
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        var err = command.getErr();
        var shortage = shortage(failure);
        if (SPOKEN.contains(failure.getClass())) {
            err.println("postroad: " + failure.getMessage());
        } else if (failure instanceof ApiException) {
            err.println("postroad: the Kafka broker refused: " + failure.getMessage());
        } else if (shortage.isPresent()) {
            err.println(sentence(shortage.get()));
        } else {
            err.println("postroad: this should not have happened; please report it with what follows");
            failure.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** What a thread of a command's died of is wrapped where the command waits for it. */
    private static Optional<OutOfMemoryError> shortage(Exception failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(OutOfMemoryError.class::isInstance)
                .map(OutOfMemoryError.class::cast)
                .findFirst();
    }

    /** What is said when memory does not suffice. */
    static String sentence(OutOfMemoryError shortage) {
        return "postroad: %d MB of memory do not suffice (%s); give more: POSTROAD_JAVA_OPTIONS=-Xmx1g"
                .formatted(Runtime.getRuntime().maxMemory() >> 20, shortage.getMessage());
    }

    /** Without a command: the help. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = PostroadCommand.class.getPackage().getImplementationVersion();
            return new String[] {"postroad " + (version == null ? "development" : version)};
        }
    }
}
