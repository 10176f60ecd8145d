package io.tokenledger.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.PlainText;
import io.tokenledger.events.TokenClass;
import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.backfill.ImportCounts;
import io.tokenledger.local.backfill.format.BatchName;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Says what became of an import, and what to do next. */
final class ImportReport {

  private final PrintStream out;
  private final boolean dryRun;
  private final int retentionDays;
  private final BatchName batch;
  private final long[] tokens = new long[TokenClass.ALL.size()];
  private boolean anyRefused;
  private boolean anyEvent;
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;

  ImportReport(PrintStream out, boolean dryRun, int retentionDays, BatchName batch) {
    this.out = out;
    this.dryRun = dryRun;
    this.retentionDays = retentionDays;
    this.batch = batch;
  }

  void file(String name, ImportCounts counts, long acknowledged, Duration took, Path errors) {
    add(counts);
    if (dryRun) {
      say(
          "%s: %,d lines, %,d events to send; nothing was sent (dry run).",
          name, counts.lines(), counts.events());
    } else {
      say(
          "%s: %,d lines, %,d events, %,d acknowledged by Kafka in %.1f s (%,d/s).",
          name,
          counts.lines(),
          counts.events(),
          acknowledged,
          took.toMillis() / 1e3,
          acknowledged * 1_000 / Math.max(1, took.toMillis()));
    }
    if (counts.acknowledgedBefore() > 0) {
      say("  %,d of them before it was stopped.", counts.acknowledgedBefore());
    }
    counts.notCounted().forEach((why, lines) -> say("  %,d not counted: %s.", lines, why));
    if (counts.refused() > 0) {
      say(
          "  %,d refused %s: line by line in %s.",
          counts.refused(), counts.refusedByCode(), errors);
    }
    warn(counts);
  }

  private void warn(ImportCounts counts) {
    if (counts.tooLate() > 0) {
      say(
          "  %,d occurred more than %,d days ago: the ledger refuses them as too_late, unless its"
              + " tokenledger.retention.days is longer.",
          counts.tooLate(), retentionDays);
    }
    if (counts.withoutTime() > 0) {
      say(
          "  %,d tell no time and count when they are sent: --set occurredAt=TIME gives them one.",
          counts.withoutTime());
    }
  }

  /**
   * @param failure why Kafka did not take all; null when it did
   */
  void notAll(Exception failure, boolean stopped) {
    if (failure != null) {
      say(
          "  Not all is acknowledged: %s. The same command goes on where all is.",
          PlainText.oneLine(String.valueOf(failure.getMessage())));
    } else if (stopped) {
      say("  Stopped. The same command goes on there.");
    }
  }

  boolean anyRefused() {
    return anyRefused;
  }

  /**
   * @param ledger null when the events went to a Kafka of one's own, or nowhere
   */
  void end(LedgerAccess ledger) {
    compareWithBatch();
    if (!anyEvent || dryRun) {
      return;
    }
    String period = first.isAfter(last) ? "" : "?from=" + day(first) + "&to=" + day(last);
    String analytics = "/orgs/ORG/analytics/usage" + period;
    say("");
    if (ledger == null) {
      say("Next: ask usage-query for %s, or look at its dashboard.", analytics);
    } else {
      say(
          "Next: look at %1$s/app/, or ask %1$s%2$s.",
          ledger.url(Component.USAGE_QUERY), analytics);
    }
    say(
        "What the ledger had already counts once. What it refuses: ./tokenledger tap"
            + " usage.events.dlq");
  }

  /** The provider's own sum tells whether lines are missing. */
  private void compareWithBatch() {
    JsonNode usage = batch.usage();
    if (usage == null) {
      return;
    }
    long input = usage.path("input_tokens").asLong(usage.path("prompt_tokens").asLong());
    long output = usage.path("output_tokens").asLong(usage.path("completion_tokens").asLong());
    long ourInput = tokens[TokenClass.INPUT.ordinal()] + tokens[TokenClass.EMBEDDING.ordinal()];
    long ourOutput = tokens[TokenClass.OUTPUT.ordinal()];
    boolean same = input == ourInput && output == ourOutput;
    if (same) {
      say("The batch says the same: %,d input and %,d output tokens.", input, output);
    } else {
      say(
          "The batch says %,d input and %,d output tokens, its lines %,d and %,d: are all of its"
              + " files here?",
          input, output, ourInput, ourOutput);
    }
  }

  private void add(ImportCounts counts) {
    anyRefused |= counts.refused() > 0;
    anyEvent |= counts.events() > 0;
    long[] more = counts.tokens();
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] += more[i];
    }
    first = counts.first().isBefore(first) ? counts.first() : first;
    last = counts.last().isAfter(last) ? counts.last() : last;
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private void say(String sentence, Object... of) {
    out.println(String.format(Locale.ROOT, sentence, of));
  }
}
