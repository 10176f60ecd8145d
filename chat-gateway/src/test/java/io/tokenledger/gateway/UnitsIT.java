package io.tokenledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.tokenledger.events.Serving;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.gateway.support.GatewayCall;
import io.tokenledger.gateway.support.GatewayProfile;
import io.tokenledger.gateway.support.GatewayTest;
import io.tokenledger.gateway.support.Script;
import io.tokenledger.gateway.support.Script.End;
import io.tokenledger.gateway.support.Told;
import io.tokenledger.pricing.cost.BillableUsage;
import io.tokenledger.pricing.cost.CostCalculator;
import io.tokenledger.pricing.json.BundledPriceList;
import io.tokenledger.service.testing.LedgerServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is billed by images, characters and seconds, in the event and in money. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
@WithTestResource(LedgerServers.class)
class UnitsIT extends GatewayTest {

  /** 3 images at 0.04 USD; 5 characters at 0.000015; and with tokens only these count. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "images/generations|dall-e-3|\"n\":3|{\"data\":[{\"b64_json\":\"aa\"}]}|images|3|120000000",
        "audio/speech|tts-1|\"input\":\"Hällo\"|ID3 no JSON|characters|5|75000",
        "images/generations|gpt-image-1|\"n\":2|{\"data\":[],\"usage\":{\"input_tokens\":10,"
            + "\"output_tokens\":100,\"total_tokens\":110,\"input_tokens_details\":"
            + "{\"text_tokens\":10,\"image_tokens\":0}}}||0|4050000"
      })
  void areCountedAndPriced(
      String path, String model, String asks, String answer, String unit, int count, long nanos)
      throws IOException {
    String type = answer.startsWith("{") ? "application/json" : "audio/mpeg";
    upstream.script(script, Script.answer(200, type).then(answer));
    String body = "{\"model\":\"" + model + "\"," + asks + "}";
    assertThat(call(path, body).text().body()).isEqualTo(answer);
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("units").size()).isEqualTo(unit == null ? 0 : 1);
    assertThat(event.path("units").path(String.valueOf(unit)).asInt()).isEqualTo(count);
    assertThat(event.path("usageSource").asText()).isEqualTo("reported");
    assertThat(costNanos(event)).isEqualTo(nanos);
  }

  @Test
  void whatBrokeOffIsNoSuccessAndNotBilled() {
    upstream.script(
        script, Script.answer(200, "audio/mpeg").then("ID3").then(50, "x").ending(End.RESET));
    GatewayCall speech = call("audio/speech", "{\"model\":\"tts-1\",\"input\":\"Hello\"}");
    assertThatThrownBy(speech::send).isInstanceOf(UncheckedIOException.class);
    JsonNode event = Told.of(org, 1).get(0);
    assertThat(event.path("success").asBoolean(true)).isFalse();
    assertThat(event.path("usageSource").asText()).isEqualTo("partial");
    assertThat(event.has("units")).isFalse();
  }

  private GatewayCall call(String path, String body) {
    return GatewayCall.to("/v1/" + path)
        .header("authorization", "Bearer " + key)
        .script(script)
        .body(body);
  }

  /** As usage-ingest reads and prices it, by the bundled list. */
  private static long costNanos(JsonNode json) throws IOException {
    Instant now = Instant.now();
    UsageEvent event = new UsageEventDecoder().decode(json, Map.of(), now, now);
    return CostCalculator.costOf(
            BundledPriceList.book(),
            new BillableUsage(
                event.orgId(),
                event.call().provider(),
                event.call().modelName(),
                event.occurredAt(),
                event.tokens(),
                event.units(),
                1,
                Serving.STANDARD))
        .nanos();
  }
}
