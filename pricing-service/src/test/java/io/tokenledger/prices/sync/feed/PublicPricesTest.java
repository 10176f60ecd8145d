package io.tokenledger.prices.sync.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tokenledger.pricing.PriceVersion;
import io.tokenledger.pricing.json.BundledPriceList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists as one, as they are bundled. */
class PublicPricesTest {

  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void openRoutersOwnListGoesBeforeACollection() {
    PublicPrices prices =
        PublicPrices.of(
            liteLlm(
                "'openrouter/a/both':{%s},'openrouter/a/theirs':{%s},'openrouter/a/router':{%s}"),
            bytes(
                "{'data':[{'id':'a/both','pricing':{'prompt':'0.000002','completion':'0'}},"
                    + "{'id':'a/router','pricing':{'prompt':'-1','completion':'-1'}}]}"));
    assertThat(prices.versions())
        .extracting(PriceVersion::id)
        .containsExactly(
            "openrouter:openrouter/a/both@1970-01-01", "litellm:openrouter/a/theirs@1970-01-01");
  }

  @Test
  void whatIsLeftOutIsToldWithItsReason() throws IOException {
    PublicPrices prices =
        PublicPrices.of(
            bytes(
                "{'p/absurd':{'litellm_provider':'p','mode':'chat','input_cost_per_token':0.0007},"
                    + "'p/none':{'litellm_provider':'p'},"
                    + "'wandb/openai/gpt-oss-20b':{'litellm_provider':'wandb','mode':'chat',"
                    + "'input_cost_per_token':0.005,'output_cost_per_token':0.02}}"),
            bytes("{'data':[]}"));
    JsonNode told = JSON.readTree(SetAside.encode(prices));
    assertThat(told.at("/setAside/0/modelName").asText()).isEqualTo("absurd");
    assertThat(told.at("/setAside/0/reason").asText()).startsWith("above_bound: input is 700 USD");
    assertThat(told.at("/setAside/0/rates/input").asText()).isEqualTo("700");
    assertThat(told.at("/passedOver/0/name").asText()).isEqualTo("p/none");
    assertThat(told.at("/passedOver/0/reason").asText()).isEqualTo("no_price");
    assertThat(told.at("/corrected")).hasSize(2);
    assertThat(told.at("/corrected/0/seeAlso").asText()).startsWith("https://wandb.ai/");
    assertThat(SetAside.summary(prices)).contains("1 models set aside", "2 prices corrected");
  }

  @Test
  void theConversionWritesBothFiles(@TempDir Path folder) throws IOException {
    Path liteLlm = Files.write(folder.resolve("litellm.json"), recorded("litellm-prices"));
    Path openRouter = Files.write(folder.resolve("models.json"), recorded("openrouter-models"));
    Path out = folder.resolve("public-prices.json");
    ConvertPriceList.main(new String[] {liteLlm.toString(), openRouter.toString(), out.toString()});
    JsonNode list = JSON.readTree(out.toFile());
    assertThat(list.at("/prices")).hasSizeGreaterThan(30);
    assertThat(JSON.readTree(folder.resolve("public-prices.set-aside.json").toFile())).hasSize(3);
  }

  /** The two files that are bundled are of one conversion. */
  @Test
  void nothingIsBothBundledAndSetAside() throws IOException {
    JsonNode told;
    try (InputStream file =
        PriceVersion.class.getResourceAsStream("public-prices.set-aside.json")) {
      told = JSON.readTree(file);
    }
    List<String> bundled = new ArrayList<>();
    BundledPriceList.book().versions().forEach(each -> bundled.add(each.model().toString()));
    assertThat(told.at("/setAside")).isNotEmpty();
    told.at("/setAside")
        .forEach(
            each ->
                assertThat(bundled)
                    .doesNotContain(
                        each.path("provider").asText() + "/" + each.path("modelName").asText()));
  }

  private static byte[] liteLlm(String entries) {
    String fields = "'litellm_provider':'openrouter','input_cost_per_token':1e-6";
    return bytes("{" + entries.replace("%s", fields) + "}");
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] recorded(String name) throws IOException {
    try (InputStream file =
        PublicPricesTest.class.getResourceAsStream("/feeds/" + name + ".json")) {
      return file.readAllBytes();
    }
  }
}
