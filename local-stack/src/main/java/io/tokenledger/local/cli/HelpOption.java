package io.tokenledger.local.cli;

import picocli.CommandLine.Option;

/** Shows what the command can be told. */
final class HelpOption {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and end.")
  private boolean asked;
}
