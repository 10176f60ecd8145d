package io.tokenledger.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files of parsed and verified classes (AppCDS), which a JVM maps instead of loading them: it
 * starts with less work. Each is made once for a build and a JVM, and is named after them, so that
 * no other takes it; where there is none, or the JVM finds that it does not fit, classes are loaded
 * as ever.
 */
public final class ClassArchives {

  private static final String SUFFIX = ".jsa";

  /** An archive that does not fit is no news to who starts a service. */
  private static final List<String> QUIET = List.of("-Xlog:cds=off", "-Xlog:cds+dynamic=off");

  /**
   * At the address it was made for its pages stay those of the file. Elsewhere, which recent JVMs
   * choose against attackers, each is changed, and is memory of the process.
   */
  private static final List<String> IN_PLACE =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");

  private final Installation installation;
  private final Path folder;

  public ClassArchives(Installation installation) {
    this.installation = installation;
    this.folder = installation.root().resolve("target").resolve("class-archives");
  }

  /** Options of the JVM that runs the component; none where it has no archive. */
  List<String> use(Component component) {
    Path archive = archive(component);
    return Files.exists(archive)
        ? Stream.of(List.of("-XX:SharedArchiveFile=" + archive), IN_PLACE, QUIET)
            .flatMap(List::stream)
            .toList()
        : List.of();
  }

  /** Makes what is missing. A component that cannot be archived does without. */
  public void make() throws InterruptedException {
    try {
      Files.createDirectories(folder);
      for (Component component : Component.values()) {
        if (component != Component.POSTGRES && !Files.exists(archive(component))) {
          make(component);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void make(Component component) throws IOException, InterruptedException {
    removeOlder(component);
    Path aside = folder.resolve(component.label() + ".new");
    Files.deleteIfExists(aside);
    List<String> options =
        Stream.concat(Stream.of("-XX:ArchiveClassesAtExit=" + aside), QUIET.stream()).toList();
    try (TrialStart trial = new TrialStart(installation, component, options)) {
      trial.run();
    }
    if (Files.exists(aside)) {
      Files.move(aside, archive(component));
    }
  }

  private void removeOlder(Component component) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> isOf(component, file)).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isOf(Component component, Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(component.label() + "@") && name.endsWith(SUFFIX);
  }

  Path archive(Component component) {
    return folder.resolve(component.label() + "@" + key(component) + SUFFIX);
  }

  /** Another JVM or another build has another key. */
  private String key(Component component) {
    TreeSet<String> parts = new TreeSet<>();
    parts.add(System.getProperty("java.home") + " " + Runtime.version());
    for (Path jar : installation.jars(component)) {
      parts.add(
          jar.getFileName() + " " + jar.toFile().length() + " " + jar.toFile().lastModified());
    }
    return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
