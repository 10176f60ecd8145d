package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.local.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tokenledger import}, twice: the ledger counts once. */
class PastUsageIT {

  private static final int ROWS = 200;

  private final String org = "past-" + UUID.randomUUID();
  private final RunningLedger ledger = RunningLedger.shared();

  @Test
  void aFileThatIsImportedTwiceCountsOnce(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("usage.csv"), rows());
    String said = importFile(file);
    assertThat(said)
        .contains("200 lines, 200 events, 200 acknowledged by Kafka")
        .contains("/orgs/ORG/analytics/usage?from=2026-01-15&to=2026-01-15");
    assertThat(importFile(file)).contains("200 acknowledged by Kafka");
    importFile(Files.write(folder.resolve("last.csv"), List.of(header(), row(ROWS, "mark"))));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> sum("requestCount") == ROWS + 1 && sum("inputTokens") == 10L * (ROWS + 1));
    assertThat(sum("estimatedCostMicros")).isEqualTo(25L * (ROWS + 1));
    assertThat(ledger.tables().rawRows(List.of(org))).isEqualTo(ROWS + 1);
  }

  private String importFile(Path file) {
    return ledger.command().run("import", "--format", "csv", "--org", org, file.toString());
  }

  private static List<String> rows() {
    return Stream.concat(
            Stream.of(header()), IntStream.range(0, ROWS).mapToObj(i -> row(i % 7, "")))
        .toList();
  }

  private static String header() {
    return "event_time,user,provider,model,input_tokens,request_id";
  }

  /** Many are alike, and most bring no id: the file and the line tell them apart. */
  private static String row(int user, String id) {
    return "2026-01-15 08:30:00,u-%d,openai,gpt-4o,10,%s".formatted(user, id);
  }

  private long sum(String counter) {
    Api api = ledger.api();
    JsonNode usage =
        api.get(
                Component.USAGE_QUERY,
                "/orgs/" + org + "/analytics/usage?from=2026-01-15&to=2026-01-15",
                api.superadmin())
            .json()
            .required("usage");
    long sum = 0;
    for (JsonNode row : usage) {
      sum += row.required(counter).longValue();
    }
    return sum;
  }
}
