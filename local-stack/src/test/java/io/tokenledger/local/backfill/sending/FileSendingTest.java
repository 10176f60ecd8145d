package io.tokenledger.local.backfill.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.local.Directories;
import io.tokenledger.local.backfill.ErrorFile;
import io.tokenledger.local.backfill.ImportCounts;
import io.tokenledger.local.backfill.PastUsage;
import io.tokenledger.local.backfill.format.FormatOptions;
import io.tokenledger.local.backfill.format.PastFormat;
import io.tokenledger.local.backfill.resume.ResumeFile;
import io.tokenledger.local.backfill.source.SourceFile;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However often the sender is killed or stopped, and wherever: nothing is lost. */
class FileSendingTest {

  private static final int LINES = 100;
  private static final PastUsage NDJSON =
      new PastUsage(PastFormat.NDJSON, FormatOptions.DEFAULT, Map.of("orgId", "acme"));

  @Property(tries = 25)
  void nothingIsLostWhereverItIsKilled(
      @ForAll long seed, @ForAll @IntRange(max = LINES) int untilKilled) throws Exception {
    Random random = new Random(seed);
    Path folder = Files.createTempDirectory("killed");
    try {
      Path file = write(folder);
      List<String> topic = new ArrayList<>();
      int left = untilKilled;
      while (!sendAll(file, new FlakyKafka(topic, random, left), () -> random.nextInt(100) == 0)) {
        left = 1 + random.nextInt(LINES);
      }
      List<String> expected = new ArrayList<>();
      sendAll(file, new FlakyKafka(expected, random, LINES), () -> false);
      assertThat(expected).hasSize(LINES - LINES / 50);
      assertThat(new HashSet<>(topic)).isEqualTo(new HashSet<>(expected));
      assertThat(Files.readAllLines(errors(file))).hasSize(LINES / 50);
      assertThat(folder).isDirectoryNotContaining("glob:**import-state*");
    } finally {
      Directories.delete(folder);
    }
  }

  /** Kafka goes away: those that it took are not sent again, and the first that it did not is. */
  @Example
  void whatKafkaDoesNotTakeIsSentByTheNextRun() throws Exception {
    Path folder = Files.createTempDirectory("away");
    try {
      Path file = write(folder);
      ResumeFile mark = new ResumeFile(folder.resolve("f.import-state.json"), "f");
      int[] taken = {0};
      EventSink away =
          new EventSink() {
            @Override
            public void send(String key, byte[] event, Consumer<Exception> answered) {
              answered.accept(taken[0]++ < 10 ? null : new IllegalStateException("away"));
            }

            @Override
            public void flush() {}
          };
      try (SourceFile source = SourceFile.open(file.toString());
          ErrorFile errors = new ErrorFile(errors(file))) {
        FileSending sending = sending(away, mark, errors, () -> false);
        NDJSON.read(source, new ImportCounts(Instant.EPOCH), sending);
        assertThat(sending.end()).hasMessage("away");
        assertThat(sending.acknowledged()).isEqualTo(10);
      }
      assertThat(taken[0]).as("it ends at the first that is not taken").isEqualTo(11);
      assertThat(mark.acknowledgedLine()).isEqualTo(10);
      assertThat(new ResumeFile(folder.resolve("f.import-state.json"), "g").acknowledgedLine())
          .as("of another file, option or Kafka")
          .isZero();
    } finally {
      Directories.delete(folder);
    }
  }

  private static FileSending sending(
      EventSink kafka, ResumeFile mark, ErrorFile errors, BooleanSupplier stopped) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return new FileSending(
        "f",
        kafka,
        Optional.of(mark),
        errors,
        new ImportCounts(Instant.EPOCH),
        new ImportProgress(nowhere, false, "f", 1, "acknowledged"),
        stopped,
        0);
  }

  /** False when it was killed or stopped. */
  private static boolean sendAll(Path file, EventSink kafka, BooleanSupplier stopped)
      throws Exception {
    ResumeFile mark = new ResumeFile(file.resolveSibling("f.import-state.json"), "f");
    try (SourceFile source = SourceFile.open(file.toString());
        ErrorFile errors = new ErrorFile(errors(file))) {
      boolean[] wasStopped = {false};
      FileSending sending =
          sending(kafka, mark, errors, () -> wasStopped[0] |= stopped.getAsBoolean());
      NDJSON.read(source, new ImportCounts(Instant.EPOCH), sending);
      assertThat(sending.end()).isNull();
      return !wasStopped[0];
    } catch (FlakyKafka.Killed e) {
      return false;
    }
  }

  private static Path errors(Path file) {
    return file.resolveSibling("f.errors.ndjson");
  }

  /** Without ids; each fiftieth line is refused. */
  private static Path write(Path folder) throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= LINES; i++) {
      String provider = i % 50 == 0 ? "" : "\"provider\":\"openai\",";
      lines.add("{" + provider + "\"modelName\":\"gpt-4o\",\"inputTokens\":" + i % 7 + "}");
    }
    return Files.write(folder.resolve("f.ndjson"), lines);
  }
}
