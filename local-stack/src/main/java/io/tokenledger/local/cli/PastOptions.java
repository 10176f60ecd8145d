package io.tokenledger.local.cli;

import io.tokenledger.local.StackException;
import io.tokenledger.local.backfill.PastUsage;
import io.tokenledger.local.backfill.format.BatchName;
import io.tokenledger.local.backfill.format.FormatOptions;
import io.tokenledger.local.backfill.format.PastFormat;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What files of past usage mean. */
final class PastOptions {

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "csv, ndjson, openai-batch, anthropic-batch or litellm-spend-logs.")
  private String format;

  @Option(
      names = "--org",
      paramLabel = "O",
      description = "The org of lines that name none; the same as --set orgId=O.")
  private String org;

  @Option(
      names = "--map",
      paramLabel = "COLUMN=FIELD",
      description = "What a column is, such as prompt_tokens=inputTokens; - for nothing.")
  private Map<String, String> map = new LinkedHashMap<>();

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "A field of all lines that do not say it, such as userId=nightly.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--delimiter",
      paramLabel = "C",
      defaultValue = ",",
      description = "Between columns of CSV; tab for a tabulator. Default ${DEFAULT-VALUE}")
  private String delimiter;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description = "Of times in CSV that name none, such as Europe/Berlin. Default UTC.")
  private String zone;

  @Option(
      names = "--batch",
      paramLabel = "FILE",
      description = "The batch object as the provider answers it: gives ids, times and the sum.")
  private Path batch;

  @Option(
      names = "--trust-cost",
      description = "LiteLLM's spend is the cost, rather than what the ledger's prices say.")
  private boolean trustCost;

  PastUsage usage() {
    return new PastUsage(format(), options(), said());
  }

  /** The sum of the batch, as its provider has it. */
  BatchName batch() {
    return batch == null ? BatchName.UNKNOWN : BatchName.of(batch);
  }

  /** Two with the same text make the same events of the same file. */
  String text() {
    return "%s %s %s %s %s %s %s"
        .formatted(
            format, new TreeMap<>(map), new TreeMap<>(said()), delimiter, zone, trustCost, batch);
  }

  private PastFormat format() {
    return PastFormat.called(format);
  }

  private FormatOptions options() {
    return new FormatOptions(delimiter(), map, zone(), trustCost, batch());
  }

  private Map<String, String> said() {
    Map<String, String> said = new LinkedHashMap<>(set);
    if (org != null) {
      said.put("orgId", org);
    }
    return said;
  }

  private char delimiter() {
    if (delimiter.equals("tab")) {
      return '\t';
    }
    if (delimiter.length() != 1 || delimiter.charAt(0) >= 128) {
      throw new StackException("--delimiter is one character of ASCII, or tab.");
    }
    return delimiter.charAt(0);
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new StackException("--zone is a time zone such as Europe/Berlin, not " + zone + ".", e);
    }
  }
}
