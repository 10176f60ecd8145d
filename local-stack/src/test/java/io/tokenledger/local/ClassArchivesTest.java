package io.tokenledger.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchivesTest {

  private static final Component SERVICE = Component.USAGE_QUERY;

  @TempDir Path root;

  private Installation installation;
  private ClassArchives archives;
  private Path jar;

  @BeforeEach
  void build() throws IOException {
    Path app = root.resolve("usage-query/target/quarkus-app");
    for (String folder : List.of("app", "quarkus")) {
      Files.createDirectories(app.resolve(folder));
    }
    Files.writeString(app.resolve("quarkus-run.jar"), "runs");
    jar = Files.writeString(app.resolve("app/usage-query.jar"), "classes");
    installation = new Installation(root);
    archives = new ClassArchives(installation);
  }

  @Test
  void withoutAnArchiveClassesAreLoaded() {
    assertThat(archives.use(SERVICE)).isEmpty();
  }

  @Test
  void anArchiveIsForOneBuild() throws IOException {
    archived("whatever");
    assertThat(archives.use(SERVICE))
        .contains("-XX:SharedArchiveFile=" + archives.archive(SERVICE));
    Files.writeString(jar, "other classes");
    assertThat(archives.use(SERVICE)).isEmpty();
  }

  /** As after a disk that was full, or a Java that was exchanged in place. */
  @Test
  void aBrokenArchiveStopsNoStartAndSaysNothing() throws IOException, InterruptedException {
    archived("not an archive");
    List<String> command = new ArrayList<>(List.of(installation.java()));
    command.addAll(ComponentPlans.JVM);
    command.addAll(archives.use(SERVICE));
    command.add("--version");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).doesNotContainIgnoringCase("archive").doesNotContain("[cds");
  }

  private void archived(String content) throws IOException {
    Path archive = archives.archive(SERVICE);
    Files.createDirectories(archive.getParent());
    Files.writeString(archive, content);
  }
}
