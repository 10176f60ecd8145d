package io.tokenledger.acceptance.hostile;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as a person reads it. */
public final class HostileTable {

  private static final String HEAD = "%-4s %-40s %9s %9s %7s %9s %7s %9s %7s %9s %6s  %s%n";
  private static final String ROW = "%-4s %-40s %9d %9d %7.1f %9.0f %7s %9.0f %7s %9d %6s  %s%n";
  private static final double BYTES_PER_MB = 1e6;
  private static final double WANTED = 2;

  private final StringBuilder table = new StringBuilder();
  private final AttackResult baseline;

  private HostileTable(AttackResult baseline) {
    this.baseline = baseline;
  }

  public static String of(HostileReport report) {
    HostileTable table = new HostileTable(report.baseline());
    table.line(
        HEAD,
        "",
        "attack",
        "requests",
        "events",
        "MB",
        "reads p99",
        "times",
        "fresh p99",
        "times",
        "restarts",
        "sums",
        "got");
    report.all().forEach(table::row);
    table.line(
        "%nOf %d other orgs, in ms; above twice the baseline marked by !; stop: a component stood still"
            + " before it%n",
        report.others());
    return table.table.toString();
  }

  private void row(AttackResult result) {
    line(
        ROW,
        result.finding(),
        result.label(),
        result.answers().values().stream().mapToLong(Long::longValue).sum(),
        result.events(),
        result.sentBytes() / BYTES_PER_MB,
        result.reads().p99Ms(),
        times(result.reads().timesP99(baseline.reads())),
        result.freshness().p99Ms(),
        result.afterAStop() ? "stop" : times(result.freshness().timesP99(baseline.freshness())),
        result.restarts().values().stream().mapToInt(Integer::intValue).sum(),
        result.isExact() ? "exact" : "WRONG",
        answers(result.answers()));
    result.restarts().forEach((who, often) -> line("     %s ended %d times%n", who, often));
    result.differences().forEach(each -> line("     WRONG: %s%n", each));
    result.surprises().forEach(each -> line("     %s%n", each));
  }

  private static String times(double factor) {
    return String.format(Locale.ROOT, "%.1f%s", factor, factor > WANTED ? "!" : " ");
  }

  private static String answers(Map<String, Long> byStatus) {
    return byStatus.entrySet().stream()
        .map(each -> "%d × %s".formatted(each.getValue(), each.getKey()))
        .collect(Collectors.joining(", "));
  }

  private void line(String format, Object... values) {
    table.append(String.format(Locale.ROOT, format, values));
  }
}
