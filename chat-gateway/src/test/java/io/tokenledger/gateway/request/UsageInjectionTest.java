package io.tokenledger.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageInjectionTest {

  private static final Target CHAT = Target.of("POST", "/v1/chat/completions");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      textBlock =
          """
          {"stream":true}                         | {"stream_options":{"include_usage":true},"stream":true}
          \uFEFF {"stream":true}                  | \uFEFF {"stream_options":{"include_usage":true},"stream":true}
          {"stream":true,"stream_options":null}   | {"stream":true,"stream_options":{"include_usage":true}}
          {"stream":true,"stream_options":{ }}    | {"stream":true,"stream_options":{"include_usage":true }}
          {"stream":true,"stream_options":{"a":1}}| {"stream":true,"stream_options":{"include_usage":true,"a":1}}
          {"stream":true,"stream_options":{"include_usage":null}} | {"stream":true,"stream_options":{"include_usage":true}}
          {"stream_options":{"include_usage":false},"stream":true,"stream_options":{}} | {"stream_options":{"include_usage":false},"stream":true,"stream_options":{"include_usage":true}}
          {"stream":true,"stream_options":{"a":1,"include_usage": false}} | {"stream":true,"stream_options":{"a":1,"include_usage": true}}
          {"stream":true,"stream":false}          | {"stream_options":{"include_usage":true},"stream":true,"stream":false}
          {"stre\\u0061m":true}                   | {"stream_options":{"include_usage":true},"stre\\u0061m":true}
          """)
  void asksForUsageByOneSplice(String body, String expected) {
    byte[] bytes = body.strip().getBytes(StandardCharsets.UTF_8);
    Asked asked = Asked.of(CHAT, bytes);
    assertThat(UsageInjection.applies(CHAT, asked)).isTrue();
    assertThat(new String(UsageInjection.withUsage(bytes, asked), StandardCharsets.UTF_8))
        .isEqualTo(expected.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "|",
      textBlock =
          """
          /v1/chat/completions | {"stream":false}
          /v1/chat/completions | {}
          /v1/chat/completions | {"stream":true,"stream_options":{"include_usage":true}}
          /v1/chat/completions | {"stream":true,"stream_options":{"include_usage":"yes"}}
          /v1/chat/completions | {"stream":true,"stream_options":[]}
          /v1/responses        | {"stream":true}
          /v1/messages         | {"stream":true}
          /api/chat            | {"stream":true}
          /v1/embeddings       | {"stream":true}
          """)
  void doesNotAskWhereTheClientDoesOrTheApiHasNoSuchField(String path, String body) {
    Target target = Target.of("POST", path);
    Asked asked = Asked.of(target, body.getBytes(StandardCharsets.UTF_8));
    assertThat(UsageInjection.applies(target, asked)).isFalse();
  }

  /** Fields in any order, with any white space; the model and options anywhere among them. */
  @Provide
  Arbitrary<String> bodies() {
    Arbitrary<String> space = Arbitraries.of("", " ", "\n", "\t\r\n ");
    Arbitrary<String> field =
        Arbitraries.of(
            "\"stream_options\":{}",
            "\"stream_options\" : null",
            "\"stream_options\":{ \"x\" : [1,{}] }",
            "\"stream_options\":{\"include_usage\" :false}",
            "\"model\":\"up/gpt\"",
            "\"model\" :\n\"up/\\u0067pt\"",
            "\"messages\":[{\"content\":\"\\\"model\\\":1 {[ 🌍 \\\\\"}]",
            "\"x\":{\"model\":\"y\",\"stream_options\":{\"include_usage\":true}}",
            "\"n\":1.50e+1",
            "\"\\uD83C\\uDF0D\":\"ä\"",
            "\"stream\":false");
    Arbitrary<List<String>> fields = field.list().ofMaxSize(6);
    return fields.flatMap(
        list ->
            space.map(
                gap ->
                    gap
                        + "{"
                        + gap
                        + String.join(
                            gap + "," + gap,
                            Stream.concat(list.stream(), Stream.of("\"stream\":true")).toList())
                        + gap
                        + "}"
                        + gap));
  }

  @Property(tries = 500)
  void nothingElseChanges(@ForAll("bodies") String body, @ForAll boolean marked) throws Exception {
    byte[] bytes = ((marked ? "\uFEFF" : "") + body).getBytes(StandardCharsets.UTF_8);
    Asked asked = Asked.of(CHAT, bytes);
    assertThat(asked.readable()).isTrue();
    byte[] changed = UsageInjection.changed(bytes, asked, Optional.of("gpt"), true);
    JsonNode before = read(bytes);
    JsonNode after = read(changed);
    assertThat(after.path("stream_options").path("include_usage").asBoolean()).isTrue();
    assertThat(after.path("model").asText("")).isEqualTo(before.has("model") ? "gpt" : "");
    assertThat(without(after)).isEqualTo(without(before));
    byte[] back = UsageInjection.changed(bytes, asked, Optional.empty(), false);
    assertThat(back).isEqualTo(bytes);
  }

  @Property(tries = 200)
  void aSpliceTakesAwayNoByte(@ForAll("bodies") String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Asked asked = Asked.of(CHAT, bytes);
    byte[] changed = UsageInjection.withUsage(bytes, asked);
    int same = Arrays.mismatch(bytes, changed);
    String before = new String(bytes, StandardCharsets.ISO_8859_1);
    int taken =
        Stream.of("null", "false")
            .filter(word -> before.startsWith(word, same))
            .mapToInt(String::length)
            .sum();
    int rest = bytes.length - same - taken;
    assertThat(Arrays.copyOfRange(changed, changed.length - rest, changed.length))
        .isEqualTo(Arrays.copyOfRange(bytes, same + taken, bytes.length));
  }

  private static JsonNode read(byte[] body) throws Exception {
    return JSON.readTree(new String(body, StandardCharsets.UTF_8).replace("\uFEFF", ""));
  }

  private static JsonNode without(JsonNode body) {
    ObjectNode rest = ((ObjectNode) body).deepCopy();
    rest.remove("model");
    if (rest.path("stream_options").isObject()) {
      ((ObjectNode) rest.path("stream_options")).remove("include_usage");
    }
    if (rest.path("stream_options").isEmpty()) {
      rest.remove("stream_options");
    }
    return rest;
  }
}
