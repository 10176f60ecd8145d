package io.tokenledger.local.cli;

import io.tokenledger.local.StackException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The part of {@code ./tokenledger} that runs in Java. */
@Command(
    name = "./tokenledger",
    subcommands = {
      UpCommand.class,
      PrepareCommand.class,
      DownCommand.class,
      StatusCommand.class,
      TokenCommand.class,
      SendCommand.class,
      ImportCommand.class,
      CheckEventsCommand.class,
      TapCommand.class,
      PsqlCommand.class,
      TopicsCommand.class
    })
public final class Tokenledger {

  private Tokenledger() {}

  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new Tokenledger());
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          if (!(exception instanceof StackException)) {
            throw exception;
          }
          System.err.println(exception.getMessage());
          return CommandLine.ExitCode.SOFTWARE;
        });
    System.exit(line.execute(arguments));
  }
}
