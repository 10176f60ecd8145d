package io.tokenledger.acceptance.ledger;

import io.tokenledger.local.Component;
import io.tokenledger.local.Directories;
import io.tokenledger.local.process.SupervisedComponent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of Kafka or PostgreSQL as it was at one moment under load, like a snapshot of its
 * volume.
 */
public final class ServerCopy {

  private final Component server;
  private final SupervisedComponent process;
  private final Path folder;
  private final Path copy;

  private ServerCopy(Component server, SupervisedComponent process, Path folder, Path copy) {
    this.server = server;
    this.process = process;
    this.folder = folder;
    this.copy = copy;
  }

  /** The server stands still meanwhile. */
  static ServerCopy take(
      Component server, SupervisedComponent process, Path folder, Path workspace) {
    ServerCopy taken =
        new ServerCopy(server, process, folder, workspace.resolve("copy-of-" + server.label()));
    Directories.delete(taken.copy);
    taken.stop();
    try {
      taken.copyFolder();
    } finally {
      taken.send(ProcessSignal.CONT);
    }
    return taken;
  }

  /** The server is killed, and starts again with the copy. */
  public void putBack() {
    Path lost = copy.resolveSibling("lost-of-" + server.label());
    Directories.delete(lost);
    stop();
    try {
      Files.move(folder, lost);
      Files.move(copy, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<ProcessHandle> all = processes();
    process.kill();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  /** Twice: a child may have come in between. */
  private void stop() {
    send(ProcessSignal.STOP);
    send(ProcessSignal.STOP);
  }

  private void send(ProcessSignal signal) {
    processes().forEach(each -> signal.send(each.pid()));
  }

  private List<ProcessHandle> processes() {
    ProcessHandle parent = ProcessHandle.of(process.pid().orElseThrow()).orElseThrow();
    return Stream.concat(Stream.of(parent), parent.descendants()).toList();
  }

  private void copyFolder() {
    try {
      int exit =
          new ProcessBuilder("cp", "-a", "--sparse=always", folder.toString(), copy.toString())
              .inheritIO()
              .start()
              .onExit()
              .join()
              .exitValue();
      if (exit != 0) {
        throw new IllegalStateException(folder + " cannot be copied");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
