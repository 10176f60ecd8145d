package io.tokenledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process that is killed while it writes, and one whose files may not grow. */
class KilledWriterTest {

  private static final int ENOUGH = 3_000;

  @TempDir private Path directory;

  @Test
  void whatWasConfirmedIsThereAfterKillNine() throws Exception {
    List<String> confirmed = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      Process process = writer(List.of(), "endless", "round" + round);
      try (BufferedReader lines = process.inputReader()) {
        for (int i = 0; i < ENOUGH; i++) {
          confirmed.add(lines.readLine());
        }
        process.toHandle().destroyForcibly();
        // What it had told before it died is confirmed too; a line may be cut by its death.
        lines.lines().filter(line -> line.endsWith("!")).forEach(confirmed::add);
      }
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    try (Journal journal = Journals.open(settings(directory), new ArrayList<>())) {
      assertThat(Journals.texts(journal)).containsSubsequence(confirmed);
    }
  }

  /** {@code write} writes half of a record, and fails: as on a full disk. */
  @Test
  void whatCannotBeWrittenFailsAndTheNextSegmentGoesOn() throws Exception {
    Process process =
        writer(List.of("bash", "-c", "ulimit -f 64; exec \"$@\"", "bash"), "4000", "limited");
    List<String> said;
    try (BufferedReader lines = process.inputReader()) {
      said = lines.lines().toList();
    }
    assertThat(process.waitFor()).isZero();
    List<String> confirmed = said.stream().filter(line -> line.endsWith("!")).toList();
    assertThat(said).hasSize(4_000).anyMatch(line -> line.contains("cannot be written: File too"));
    assertThat(confirmed).hasSizeGreaterThan(3_900).hasSizeLessThan(4_000);
    List<Damage> damages = new ArrayList<>();
    try (Journal journal = Journals.open(settings(directory), damages)) {
      assertThat(Journals.texts(journal)).isEqualTo(confirmed);
    }
    assertThat(damages).isEmpty();
  }

  private Process writer(List<String> before, String count, String name) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriterTest.class.getName(),
            directory.toString(),
            count,
            name));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static JournalSettings settings(Path directory) {
    return JournalSettings.in(directory).withSegmentBytes(1024 * 1024);
  }

  /** Appends records and tells each when it is confirmed. */
  public static void main(String[] arguments) throws IOException {
    boolean endless = arguments[1].equals("endless");
    int count = endless ? Integer.MAX_VALUE : Integer.parseInt(arguments[1]);
    try (Journal journal = Journal.open(settings(Path.of(arguments[0])), System.err::println)) {
      for (int i = 0; i < count; i++) {
        String text = arguments[2] + " " + i + " " + "x".repeat(i % 300) + "!";
        System.out.println(outcome(journal, text));
      }
    }
  }

  private static String outcome(Journal journal, String text) {
    try {
      journal.append(Journals.TYPE, text.getBytes(StandardCharsets.UTF_8)).join();
      return text;
    } catch (RuntimeException e) {
      return e.getCause().getMessage();
    }
  }
}
