package io.tokenledger.local.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.local.backfill.format.FormatOptions;
import io.tokenledger.local.backfill.format.PastFormat;
import io.tokenledger.local.backfill.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is read of a file. */
public final class ReadEvents implements PastUsage.Reader {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path RESOURCES = Path.of("src/test/resources/past-usage");

  public final List<String> messages = new ArrayList<>();
  public final List<UsageEvent> events = new ArrayList<>();
  public final List<Refusal> refusals = new ArrayList<>();
  public final ImportCounts counts = new ImportCounts(Instant.parse("2021-01-01T00:00:00Z"));
  public String note = "";

  public static ReadEvents ofResource(PastFormat format, String file, Map<String, String> said) {
    return of(format, RESOURCES.resolve(file), FormatOptions.DEFAULT, said);
  }

  public static Path resource(String file) {
    return RESOURCES.resolve(file);
  }

  public static ReadEvents of(
      PastFormat format, Path file, FormatOptions options, Map<String, String> said) {
    ReadEvents read = new ReadEvents();
    try (SourceFile source = SourceFile.open(file.toString())) {
      new PastUsage(format, options, said).read(source, read.counts, read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return read;
  }

  /** The message of an event, by its number. */
  public JsonNode json(int index) {
    try {
      return JSON.readTree(messages.get(index));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void note(String note) {
    this.note = note;
  }

  @Override
  public void event(long line, byte[] message, UsageEvent event) {
    messages.add(new String(message, StandardCharsets.UTF_8));
    events.add(event);
  }

  @Override
  public void refused(Refusal refusal) {
    refusals.add(refusal);
  }

  @Override
  public boolean goOn(long line, long position) {
    return true;
  }
}
