package io.tokenledger.pricing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.events.ModelName;
import io.tokenledger.pricing.json.PriceBookJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty orgs that use their whole quota leave services their memory: a process of the heap that is
 * stated in docs/reliability.md holds the book and its document, and takes a new one.
 */
class PriceBookMemoryTest {

  private static final int ORGS = 50;
  private static final int VERSIONS = 500;
  private static final int ALIASES = 200;
  private static final int HEAP_MIB = 128;

  @Test
  void theBookAtTheQuotaOfFiftyOrgsIsTakenWhileTheOneBeforeIsInUse(@TempDir Path folder)
      throws Exception {
    Path document = Files.write(folder.resolve("book.json"), PriceBookJson.encode(atTheQuota()));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MIB + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PriceBookMemoryTest.class.getName(),
                document.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("35000 entries");
  }

  /** In a process of its own, with the collector of the services; it only reads, as they do. */
  public static void main(String[] arguments) throws IOException {
    byte[] document = Files.readAllBytes(Path.of(arguments[0]));
    PriceBook before = PriceBookJson.decode(document);
    PriceBook after = PriceBookJson.decode(document);
    System.out.printf(
        "%d entries, %d MiB as JSON, the same book: %b%n",
        after.versions().size() + after.aliases().size(),
        document.length >> 20,
        before.version() == after.version());
  }

  private static PriceBook atTheQuota() {
    String rates =
        "{'input':'1.25','output':'10','cacheRead':'0.125','cacheWrite':'2.5','contextTiers':"
            + "[{'above':200000,'input':'2.5','output':'15','cacheRead':'0.25'}],"
            + "'serviceTiers':{'batch':{'input':'0.625','output':'5'}}}";
    List<PriceVersion> versions = new ArrayList<>();
    List<ModelAlias> aliases = new ArrayList<>();
    for (int org = 0; org < ORGS; org++) {
      for (int i = 0; i < VERSIONS; i++) {
        versions.add(version("org-" + org, "provider/a-model-with-a-name-" + i, rates, versions));
      }
      for (int i = 0; i < ALIASES; i++) {
        aliases.add(alias("org-" + org, "deployment-with-a-name-" + i, aliases));
      }
    }
    return PriceBook.of(versions.size() + aliases.size(), versions, aliases);
  }

  private static PriceVersion version(
      String org, String model, String rates, List<PriceVersion> before) {
    long number = before.size() + 1;
    return new PriceVersion(
        "manual:" + org + ":provider/" + model + "@2026-01-01T00:00:00Z#" + number,
        number,
        org,
        "provider",
        model,
        Instant.EPOCH,
        Instant.EPOCH,
        "manual",
        Optional.of(Prices.rates(rates)));
  }

  private static ModelAlias alias(String org, String name, List<ModelAlias> before) {
    long number = ORGS * VERSIONS + before.size() + 1L;
    return new ModelAlias(
        "alias:" + org + ":provider/" + name + "@2026-01-01T00:00:00Z#" + number,
        number,
        org,
        "provider",
        name,
        Instant.EPOCH,
        Instant.EPOCH,
        Optional.of(new ModelName("openai", "gpt-4o")));
  }
}
