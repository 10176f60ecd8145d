package io.tokenledger.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.local.backfill.source.SourceFile;
import io.tokenledger.local.backfill.source.SourceLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The kit says what the ledger does, and has the schema that it has. */
class ConformanceKitTest {

  private static final Path KIT = Path.of("../docs/conformance");
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  /** With {@code -Dconformance.renew} what is expected is written anew. */
  private static final boolean RENEW = System.getProperty("conformance.renew") != null;

  @Test
  void theVerdictsAreThoseOfTheLedger() throws IOException {
    List<String> verdicts = new ArrayList<>();
    VerdictJson json = new VerdictJson(false);
    EventCheck check = new EventCheck(NOW, 1826);
    try (SourceFile file = SourceFile.open(KIT.resolve("events.ndjson").toString());
        SourceLines lines = SourceLines.of(file.read(), file.length())) {
      while (lines.next()) {
        check.check(lines).ifPresent(verdict -> verdicts.add(json.of(verdict).toString()));
      }
    }
    Path expected = KIT.resolve("expected.ndjson");
    if (RENEW) {
      Files.write(expected, verdicts);
    }
    assertThat(verdicts).isEqualTo(Files.readAllLines(expected));
    assertThat(String.join("\n", verdicts))
        .contains("accepted", "revision", "duplicate", "superseded", "conflict", "too_late");
  }

  @Test
  void theSchemaIsThatOfTheContract() throws IOException {
    Path contract = Path.of("../common-events/src/main/resources/schema/usage-event.schema.json");
    assertThat(KIT.resolve("usage-event.schema.json")).hasSameTextualContentAs(contract);
  }
}
