package io.tokenledger.local.cli;

import io.tokenledger.local.DataDirectory;
import io.tokenledger.local.Installation;
import io.tokenledger.local.StackOptions;
import io.tokenledger.local.process.StackState;
import io.tokenledger.local.process.StateFile;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts {@code up} in a session of its own and shows what it says until all is ready. */
final class BackgroundStart {

  private static final long POLL_MILLIS = 100;

  private final StackOptions options;
  private final boolean withoutDemo;
  private int shown;

  BackgroundStart(StackOptions options, boolean withoutDemo) {
    this.options = options;
    this.withoutDemo = withoutDemo;
  }

  /** The exit code: 0 when all is ready, else that of the process, which has said why. */
  int run() throws IOException, InterruptedException {
    DataDirectory data = options.data().create();
    // A new file: a stack that runs already goes on writing to the old one.
    Files.deleteIfExists(data.screen());
    Process process =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(data.screen().toFile())
            .start();
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      show(data);
      if (isReady(data, process)) {
        show(data);
        return 0;
      }
    }
    show(data);
    return Math.max(1, process.exitValue());
  }

  private List<String> command() {
    Installation installation = Installation.current();
    List<String> command = new ArrayList<>(List.of("setsid", installation.java()));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", installation.classPath(), Tokenledger.class.getName()));
    command.addAll(List.of("up", "--in-background"));
    command.addAll(List.of("--data", options.data().root().toString()));
    command.addAll(List.of("--port-base", Integer.toString(options.ports().base())));
    if (withoutDemo) {
      command.add("--no-demo");
    }
    return command;
  }

  private void show(DataDirectory data) throws IOException {
    byte[] said = Files.readAllBytes(data.screen());
    System.out.write(said, shown, said.length - shown);
    System.out.flush();
    shown = said.length;
  }

  private static boolean isReady(DataDirectory data, Process process) {
    return new StateFile(data.stateFile())
        .read()
        .filter(state -> state.supervisor().pid() == process.pid())
        .filter(state -> state.phase() == StackState.Phase.READY)
        .isPresent();
  }
}
