package io.tokenledger.local.cli;

import io.tokenledger.local.Component;
import io.tokenledger.local.DataDirectory;
import io.tokenledger.local.Installation;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.Ports;
import io.tokenledger.local.StackException;
import io.tokenledger.local.process.StackState;
import io.tokenledger.local.process.StateFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which stack is meant. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data directory; .tokenledger/ of the project by default.")
  private Path directory;

  DataDirectory directory() {
    return new DataDirectory(directory == null ? Installation.current().defaultData() : directory);
  }

  Optional<StackState> state() {
    return new StateFile(directory().stateFile()).read().filter(StackState::anythingRuns);
  }

  /**
   * @throws StackException when the component does not run
   */
  LedgerAccess accessTo(Component needed) {
    StackState running =
        state()
            .filter(state -> state.running(needed).isPresent())
            .orElseThrow(
                () ->
                    new StackException(
                        needed.label()
                            + " does not run in "
                            + directory().root()
                            + ": start it with ./tokenledger up."));
    return new LedgerAccess(directory(), new Ports(running.portBase()));
  }
}
