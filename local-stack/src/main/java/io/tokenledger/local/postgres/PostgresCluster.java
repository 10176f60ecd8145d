package io.tokenledger.local.postgres;

import io.tokenledger.local.Directories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** One PostgreSQL data directory: how it is made and with which command its server runs. */
public final class PostgresCluster {

  private final PostgresSettings settings;
  private final PostgresBinaries binaries;
  private final List<String> unprivileged;

  private PostgresCluster(
      PostgresSettings settings, PostgresBinaries binaries, List<String> unprivileged) {
    this.settings = settings;
    this.binaries = binaries;
    this.unprivileged = unprivileged;
  }

  /** Unpacks the server, makes the data directory, writes the configuration: what is not there. */
  public static PostgresCluster prepare(PostgresSettings settings)
      throws IOException, InterruptedException {
    Files.createDirectories(settings.directory());
    PostgresCluster cluster =
        new PostgresCluster(settings, PostgresBinaries.unpacked(), unprivileged());
    if (!Files.isDirectory(settings.data())) {
      cluster.initialise();
    }
    Files.writeString(settings.configuration(), PostgresConfiguration.of(settings));
    return cluster;
  }

  /** The server itself, no wrapper that stays: the pid of the process is the postmaster's. */
  public List<String> command() {
    List<String> command = new ArrayList<>(unprivileged);
    command.add(binaries.program("postgres"));
    command.addAll(List.of("-D", settings.data().toAbsolutePath().toString()));
    command.addAll(List.of("-c", "config_file=" + settings.configuration().toAbsolutePath()));
    return command;
  }

  /** Made aside and renamed when done, so that an interrupted start leaves nothing half made. */
  private void initialise() throws IOException, InterruptedException {
    Path aside = settings.directory().resolve("data.making");
    Directories.delete(aside);
    Path passwordFile =
        Files.createTempFile(
            settings.directory(),
            "initdb",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(passwordFile, settings.superuserPassword() + "\n");
      run(initdb(aside, passwordFile));
      Files.move(aside, settings.data(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  private List<String> initdb(Path data, Path passwordFile) {
    List<String> command = new ArrayList<>(unprivileged);
    command.addAll(List.of(binaries.program("initdb"), "-D", data.toAbsolutePath().toString()));
    command.addAll(List.of("-U", PostgresSettings.SUPERUSER, "--pwfile", passwordFile.toString()));
    command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "--no-locale"));
    if (!settings.durable()) {
      command.add("--no-sync");
    }
    return command;
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
  private static List<String> unprivileged() throws IOException, InterruptedException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    List<String> unshare = List.of("unshare", "-U");
    try {
      run(List.of("unshare", "-U", "true"));
    } catch (IOException e) {
      throw new IOException(
          "PostgreSQL refuses to run as root, and user namespaces are not allowed here: "
              + "start Tokenledger as an ordinary user.",
          e);
    }
    return unshare;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed: " + output);
    }
  }
}
