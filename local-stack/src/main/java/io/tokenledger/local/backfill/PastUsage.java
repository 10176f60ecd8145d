package io.tokenledger.local.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.local.backfill.format.EventField;
import io.tokenledger.local.backfill.format.FieldTexts;
import io.tokenledger.local.backfill.format.FormatOptions;
import io.tokenledger.local.backfill.format.LineFormat;
import io.tokenledger.local.backfill.format.LineReading;
import io.tokenledger.local.backfill.format.PastFormat;
import io.tokenledger.local.backfill.source.SourceFile;
import io.tokenledger.local.backfill.source.SourceLines;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads files of past usage, line by line: each becomes an event that the ledger's own decoder has
 * accepted, or is refused, or is none that counts. The same file and options give the same events,
 * to the byte.
 */
public final class PastUsage {

  private static final UsageEventDecoder LEDGER = new UsageEventDecoder();

  private final PastFormat format;
  private final FormatOptions options;
  private final Map<EventField, String> said = new LinkedHashMap<>();

  /**
   * @param said for all lines that do not say it themselves, by the names of the fields
   */
  public PastUsage(PastFormat format, FormatOptions options, Map<String, String> said) {
    this.format = format;
    this.options = options;
    said.forEach((field, text) -> this.said.put(EventField.named(field), text));
  }

  /** Gets what is read, in the order of the lines. */
  public interface Reader {

    /** Once, before all lines; empty when there is nothing to say. */
    void note(String note);

    void event(long line, byte[] message, UsageEvent event) throws InterruptedException;

    void refused(Refusal refusal);

    /** After each line; false ends the reading. */
    boolean goOn(long line, long position);
  }

  /**
   * @param counts of this file and those before
   */
  public void read(SourceFile file, ImportCounts counts, Reader to)
      throws IOException, InterruptedException {
    try (SourceLines lines = format.lines(file, options)) {
      LineFormat reading = format.open(file, lines, options, given());
      to.note(reading.note());
      EventCompletion completion =
          new EventCompletion(file.sha256(), said, new FieldTexts(options.zone()));
      while (lines.next()) {
        readLine(reading, lines, completion, counts, to);
        if (!to.goOn(lines.number(), lines.position())) {
          return;
        }
      }
    }
  }

  private static void readLine(
      LineFormat format,
      SourceLines lines,
      EventCompletion completion,
      ImportCounts counts,
      Reader to)
      throws IOException, InterruptedException {
    long line = lines.number();
    try {
      LineReading reading = format.read(lines);
      if (reading.isBlank()) {
        return;
      }
      if (reading.event() == null) {
        counts.addNotCounted(reading.notCounted());
        return;
      }
      byte[] message = completion.complete(reading, line);
      UsageEvent event = accepted(reading.event());
      counts.addEvent(event, tellsTime(reading.event()));
      to.event(line, message, event);
    } catch (InvalidEventException e) {
      refuse(Refusal.of(line, e), counts, to);
    } catch (RefusedLineException e) {
      refuse(new Refusal(line, e.code(), e.getMessage()), counts, to);
    }
  }

  private static void refuse(Refusal refusal, ImportCounts counts, Reader to) {
    counts.addRefused(refusal.code());
    to.refused(refusal);
  }

  private static UsageEvent accepted(JsonNode event) {
    Instant now = Instant.now();
    return LEDGER.decode(event, Map.of(), now, now);
  }

  private static boolean tellsTime(ObjectNode event) {
    return event.hasNonNull("occurredAt")
        || event.hasNonNull("specversion")
            && (event.hasNonNull("time") || event.path("data").hasNonNull("occurredAt"));
  }

  private Set<String> given() {
    return said.keySet().stream().map(EventField::name).collect(Collectors.toSet());
  }
}
