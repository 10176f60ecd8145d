package io.tokenledger.acceptance.round;

import java.util.Locale;

/** A report as a person reads it. */
public final class RoundTable {

  private static final String ROW = "%-66s %7d %11.1f %11.1f%n";

  private RoundTable() {}

  public static String of(RoundReport report) {
    StringBuilder table = new StringBuilder();
    line(table, "%-66s %7s %11s %11s%n", "fault", "cycles", "p50 s", "max s");
    report.faults().forEach((kind, recovery) -> row(table, kind, recovery));
    row(table, "all (recovery)", report.recovery());
    report.skipped().forEach((kind, why) -> line(table, "%-66s skipped: %s%n", kind, why));
    line(table, "%n");
    report.deaths().forEach((place, times) -> figure(table, "deaths at " + place, times));
    figure(table, "messages sent", report.messages());
    figure(table, "different events counted", report.events());
    figure(table, "messages rejected", report.rejected());
    figure(table, "seconds", report.seconds());
    figure(table, "seed", report.seed());
    figure(table, "violations", report.violations().size());
    report.violations().forEach(violation -> line(table, "  %s%n", violation));
    return table.toString();
  }

  private static void row(StringBuilder table, String kind, RoundReport.Recovery recovery) {
    line(table, ROW, kind, recovery.cycles(), recovery.p50Ms() / 1e3, recovery.maxMs() / 1e3);
  }

  private static void figure(StringBuilder table, String what, long value) {
    line(table, "%-40s %20d%n", what, value);
  }

  private static void line(StringBuilder table, String format, Object... values) {
    table.append(String.format(Locale.ROOT, format, values));
  }
}
