package io.tokenledger.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checked-out and built project: where the programs are that the stack runs. */
public record Installation(Path root) {

  /** Set by {@code ./tokenledger}; elsewhere the project around the working directory is meant. */
  private static final String ROOT_PROPERTY = "tokenledger.root";

  private static final String MARK = "local-stack/pom.xml";

  public static Installation current() {
    String configured = System.getProperty(ROOT_PROPERTY);
    return new Installation(
        configured == null ? around(Path.of("").toAbsolutePath()) : Path.of(configured));
  }

  public Path defaultData() {
    return root.resolve(".tokenledger");
  }

  public String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * @throws StackException when the service has not been built
   */
  public String serviceJar(Component service) {
    return built(root.resolve(service.label()).resolve("target/quarkus-app/quarkus-run.jar"));
  }

  /** Of the local stack's own programs, such as the Kafka broker. */
  public String classPath() {
    Path target = root.resolve("local-stack/target");
    built(target.resolve("lib"));
    try (Stream<Path> files = Files.list(target)) {
      String jar =
          files
              .map(Path::toString)
              .filter(file -> file.matches(".*/local-stack-[^/]*\\.jar"))
              .filter(file -> !file.endsWith("-sources.jar"))
              .findFirst()
              .orElseThrow(() -> notBuilt(target));
      return jar + File.pathSeparator + target.resolve("lib") + "/*";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a component's classes come from and may have been built anew. */
  List<Path> jars(Component component) {
    if (component == Component.KAFKA) {
      return jarsIn(root.resolve("local-stack/target"));
    }
    Path app = Path.of(serviceJar(component)).getParent();
    return Stream.of(app, app.resolve("app"), app.resolve("quarkus"))
        .flatMap(folder -> jarsIn(folder).stream())
        .toList();
  }

  private static List<Path> jarsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String built(Path path) {
    if (!Files.exists(path)) {
      throw notBuilt(path);
    }
    return path.toString();
  }

  private static StackException notBuilt(Path path) {
    return new StackException(
        path + " is not there: build first, with `mvn package` or ./tokenledger.");
  }

  private static Path around(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(MARK))) {
        return folder;
      }
    }
    throw new StackException("No Tokenledger project is around " + start + ".");
  }
}
