package io.tokenledger.acceptance.ledger;

import io.tokenledger.local.Directories;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A small file system in memory, mounted at a folder, that can be filled up and freed. */
public final class SmallDisk implements AutoCloseable {

  private static final int CHUNK = 64 * 1024;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Why there can be none on this machine; empty when there can. */
  public static Optional<String> obstacle() {
    try {
      Path folder = Files.createTempDirectory("tokenledger-mount");
      try {
        mount(folder, 1).close();
        return Optional.empty();
      } finally {
        Directories.delete(folder);
      }
    } catch (IOException e) {
      return Optional.of("no file system can be mounted here: " + e.getMessage());
    }
  }

  /**
   * @throws IOException with what {@code mount} said, when it refuses
   */
  static SmallDisk mount(Path folder, int mebibytes) throws IOException {
    Files.createDirectories(folder);
    run(List.of("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", "" + folder));
    return new SmallDisk(folder);
  }

  /** Takes whatever space is left, now; call it again to take what was freed meanwhile. */
  public void fill() {
    fill(new byte[CHUNK]);
    fill(new byte[1]);
  }

  /** Gives the space back. */
  public void free() {
    try {
      Files.deleteIfExists(filler());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      run(List.of("umount", "--lazy", folder.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill(byte[] piece) {
    try (OutputStream filler =
        Files.newOutputStream(
            filler(),
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.APPEND)) {
      while (true) {
        filler.write(piece);
      }
    } catch (IOException full) {
      // As it shall be.
    }
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(said.strip());
    }
  }
}
