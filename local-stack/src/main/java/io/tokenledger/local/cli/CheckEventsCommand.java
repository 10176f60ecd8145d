package io.tokenledger.local.cli;

import io.tokenledger.local.StackException;
import io.tokenledger.local.backfill.source.SourceFile;
import io.tokenledger.local.backfill.source.SourceLines;
import io.tokenledger.local.check.EventCheck;
import io.tokenledger.local.check.Verdict;
import io.tokenledger.local.check.VerdictJson;
import io.tokenledger.local.check.VerdictLine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what the ledger would do with events, without one. */
@Command(
    name = "check-events",
    description = "What the ledger would do with each event of a file; nothing is sent.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:no line would be refused",
      "1:the file cannot be read",
      "2:the command line is wrong",
      "3:some lines would be refused"
    })
final class CheckEventsCommand implements Callable<Integer> {

  @Mixin private HelpOption help;

  @Parameters(
      paramLabel = "FILE",
      description = "Usage events, one JSON object per line; - is standard input.")
  private String file;

  @Option(names = "--json", description = "A JSON object per line.")
  private boolean json;

  @Option(names = "--no-cost", description = "Leave costs out of --json.")
  private boolean withoutCosts;

  @Option(names = "--now", paramLabel = "TIME", description = "When they are sent; now by default.")
  private String now;

  @Option(
      names = "--retention-days",
      paramLabel = "N",
      defaultValue = "1826",
      description = "How far back the ledger takes events. Default ${DEFAULT-VALUE}.")
  private int retentionDays;

  @Override
  public Integer call() throws IOException {
    EventCheck check = new EventCheck(now(), retentionDays);
    VerdictJson asJson = new VerdictJson(!withoutCosts);
    Map<Verdict.Outcome, Long> outcomes = new EnumMap<>(Verdict.Outcome.class);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (SourceFile source = SourceFile.open(file);
        SourceLines lines = SourceLines.of(source.read(), source.length())) {
      while (lines.next() && !out.checkError()) {
        Optional<Verdict> verdict = check.check(lines);
        verdict.ifPresent(
            each -> {
              outcomes.merge(each.outcome(), 1L, Long::sum);
              out.println(json ? asJson.of(each) : VerdictLine.of(each));
            });
      }
    }
    out.flush();
    say(outcomes, check);
    return outcomes.containsKey(Verdict.Outcome.REFUSED) ? ImportCommand.REFUSED : 0;
  }

  private static void say(Map<Verdict.Outcome, Long> outcomes, EventCheck check) {
    System.err.println(
        outcomes.isEmpty()
            ? "There is no event in it."
            : outcomes.entrySet().stream()
                .map(each -> "%,d %s".formatted(each.getValue(), name(each.getKey())))
                .collect(Collectors.joining(", ", "", ".")));
    if (check.hadTooManyForDuplicates()) {
      System.err.println("Duplicates were looked for among the first events only.");
    }
  }

  private static String name(Verdict.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private Instant now() {
    try {
      return now == null ? Instant.now() : Instant.parse(now);
    } catch (DateTimeException e) {
      throw new StackException("--now is a time such as 2026-01-31T08:30:00Z, not " + now + ".", e);
    }
  }
}
