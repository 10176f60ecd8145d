package io.tokenledger.local.cli;

import io.tokenledger.events.Sha256;
import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.StackException;
import io.tokenledger.local.backfill.ErrorFile;
import io.tokenledger.local.backfill.ImportCounts;
import io.tokenledger.local.backfill.RetentionWindow;
import io.tokenledger.local.backfill.resume.ResumeFile;
import io.tokenledger.local.backfill.sending.EventSink;
import io.tokenledger.local.backfill.sending.FileSending;
import io.tokenledger.local.backfill.sending.ImportProgress;
import io.tokenledger.local.backfill.sending.KafkaSink;
import io.tokenledger.local.backfill.sending.NoSink;
import io.tokenledger.local.backfill.source.SourceFile;
import io.tokenledger.local.kafka.EventTopic;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends past usage to Kafka. May be repeated, stopped and killed: nothing counts twice. */
@Command(
    name = "import",
    description = "Past usage from files to Kafka; can be repeated without counting twice.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all lines are acknowledged by Kafka, or none that counts",
      "1:it could not begin, such as without Kafka or with a column missing",
      "2:the command line is wrong",
      "3:some lines were refused; all others are acknowledged",
      "4:not all is acknowledged; the same command goes on"
    })
final class ImportCommand implements Callable<Integer> {

  static final int REFUSED = 3;
  static final int NOT_ACKNOWLEDGED = 4;

  private static final int CLOSING_SECONDS = 15;

  /** Set by {@code ./tokenledger}, which can tell. */
  private static final boolean TERMINAL = Boolean.getBoolean("tokenledger.terminal");

  @Mixin private HelpOption help;

  @Mixin private DataOption data;

  @Mixin private ClientOption brokers;

  @Mixin private PastOptions past;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Also compressed, as .gz or .zst; - is standard input.")
  private List<String> files;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS}",
      description = "Other brokers than the local stack's; or KAFKA_BOOTSTRAP_SERVERS.")
  private String bootstrap;

  @Option(
      names = "--errors",
      paramLabel = "FILE",
      description = "For refused lines, rather than FILE.errors.ndjson.")
  private Path errorFile;

  @Option(names = "--dry-run", description = "Only read and check; nothing is sent.")
  private boolean dryRun;

  @Option(names = "--no-resume", description = "Begin anew, and keep nothing of how far it came.")
  private boolean anew;

  @Option(
      names = "--retention-days",
      paramLabel = "N",
      defaultValue = "1826",
      description = "How far back the ledger takes events. Default ${DEFAULT-VALUE}.")
  private int retentionDays;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (dryRun) {
      return importAll(new NoSink(), "", null);
    }
    Map<String, Object> client =
        brokers.of(bootstrap == null ? data.accessTo(Component.KAFKA).kafkaBootstrap() : bootstrap);
    String cluster = EventTopic.clusterOf(client);
    try (KafkaSink sink = new KafkaSink(client)) {
      return importAll(sink, cluster, bootstrap == null ? data.accessTo(Component.KAFKA) : null);
    }
  }

  private int importAll(EventSink sink, String cluster, LedgerAccess ledger)
      throws IOException, InterruptedException {
    ImportReport report = new ImportReport(System.out, dryRun, retentionDays, past.batch());
    requireOtherFile();
    try (Stop stop = new Stop(CLOSING_SECONDS);
        ErrorFile together = errorFile == null ? null : new ErrorFile(errorFile)) {
      for (String name : files) {
        try (SourceFile file = SourceFile.open(name);
            ErrorFile own =
                together == null ? new ErrorFile(file.beside(".errors.ndjson")) : null) {
          ErrorFile errors = together == null ? own : together;
          boolean all = importFile(file, sink, cluster, errors, stop, report);
          if (!all) {
            return NOT_ACKNOWLEDGED;
          }
        }
      }
      report.end(ledger);
      return report.anyRefused() ? REFUSED : 0;
    }
  }

  private boolean importFile(
      SourceFile file,
      EventSink sink,
      String cluster,
      ErrorFile errors,
      Stop stop,
      ImportReport report)
      throws IOException, InterruptedException {
    ImportCounts counts = new ImportCounts(RetentionWindow.edge(Instant.now(), retentionDays));
    PrintStream screen = System.err;
    String done = dryRun ? "checked" : "acknowledged";
    ImportProgress progress =
        new ImportProgress(screen, TERMINAL, file.name(), file.length(), done);
    Instant begin = Instant.now();
    FileSending sending =
        new FileSending(file.name(), sink, mark(file, cluster), errors, counts, progress, stop);
    past.usage().read(file, counts, sending);
    Exception failure = sending.end();
    progress.end();
    Duration took = Duration.between(begin, Instant.now());
    report.file(file.name(), counts, sending.acknowledged(), took, errors.path());
    report.notAll(failure, stop.getAsBoolean());
    return failure == null && !stop.getAsBoolean();
  }

  /** The file of errors is written anew: it must be none that is read. */
  private void requireOtherFile() throws IOException {
    for (String name : files) {
      if (errorFile != null
          && Files.exists(errorFile)
          && Files.exists(Path.of(name))
          && Files.isSameFile(errorFile, Path.of(name))) {
        throw new StackException("--errors names " + name + ", which is to be imported.");
      }
    }
  }

  /** What comes by standard input is not there a second time. */
  private Optional<ResumeFile> mark(SourceFile file, String cluster) {
    if (dryRun || anew || file.isStandardInput()) {
      return Optional.empty();
    }
    String of = String.join("\n", file.sha256(), past.text(), cluster);
    String hash = HexFormat.of().formatHex(Sha256.of(of.getBytes(StandardCharsets.UTF_8)));
    return Optional.of(new ResumeFile(file.beside(".import-state.json"), hash));
  }
}
