package io.tokenledger.ingest.intake.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.tokenledger.ingest.intake.otlp.export.ExportedSpan;
import io.tokenledger.ingest.intake.otlp.export.InvalidExportException;
import io.tokenledger.ingest.intake.otlp.export.JsonExport;
import io.tokenledger.ingest.intake.otlp.export.Names;
import io.tokenledger.ingest.intake.otlp.export.ProtobufExport;
import io.tokenledger.ingest.intake.otlp.export.TraceExport;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Both readers see the same spans, and of them what the classes of the protocol say. */
class ExportReadersTest {

  private static final int RANDOM_EXPORTS = 300;

  @Test
  void bothEncodingsAreReadAlike() {
    Random random = new Random(19);
    for (int i = 0; i < RANDOM_EXPORTS; i++) {
      ExportTraceServiceRequest request = randomRequest(random);
      TraceExport protobuf = ProtobufExport.read(request.toByteArray());
      TraceExport json = JsonExport.read(OtlpJson.of(request));
      assertThat(json.spans().stream().map(ExportReadersTest::told).toList())
          .as("export %d", i)
          .isEqualTo(protobuf.spans().stream().map(ExportReadersTest::told).toList());
      assertThat(json.unrelated()).isEqualTo(protobuf.unrelated());
      int all = request.getResourceSpans(0).getScopeSpans(0).getSpansCount();
      assertThat(protobuf.spans().size() + protobuf.unrelated()).isEqualTo(all);
    }
  }

  /** The reader names the fields by their numbers, which these are. */
  @Test
  void theNumbersOfTheFieldsAreThoseOfTheProtocol() {
    assertNumbers(ExportTraceServiceRequest.getDescriptor(), Map.of("resource_spans", 1));
    assertNumbers(ResourceSpans.getDescriptor(), Map.of("scope_spans", 2));
    assertNumbers(ScopeSpans.getDescriptor(), Map.of("scope", 1, "spans", 2));
    assertNumbers(InstrumentationScope.getDescriptor(), Map.of("name", 1, "version", 2));
    assertNumbers(
        Span.getDescriptor(),
        Map.of("trace_id", 1, "span_id", 2, "parent_span_id", 4, "name", 5, "kind", 6));
    assertNumbers(
        Span.getDescriptor(),
        Map.of(
            "start_time_unix_nano", 7,
            "end_time_unix_nano", 8,
            "attributes", 9,
            "events", 11,
            "status", 15));
    assertNumbers(Span.Event.getDescriptor(), Map.of("time_unix_nano", 1, "name", 2));
    assertNumbers(Status.getDescriptor(), Map.of("message", 2, "code", 3));
    assertNumbers(KeyValue.getDescriptor(), Map.of("key", 1, "value", 2));
    assertNumbers(
        AnyValue.getDescriptor(),
        Map.of("string_value", 1, "bool_value", 2, "int_value", 3, "double_value", 4));
  }

  @Test
  void jsonIsReadInAnyOrderWithIdsInAnyCase() {
    TraceExport export =
        JsonExport.read(
            bytes(
                """
                {"unknown":{"a":[1]},"resourceSpans":[{"scopeSpans":[{"spans":[{
                  "spanId":"ABCDEF0123456789","traceId":"0AF7651916CD43DD8448EB211C80319C",
                  "kind":"SPAN_KIND_CLIENT","flags":257,"startTimeUnixNano":1767225600000000000,
                  "endTimeUnixNano":"1767225601000000000","status":{"code":"STATUS_CODE_ERROR"},
                  "attributes":[
                    {"value":{"intValue":"12"},"key":"gen_ai.usage.input_tokens"},
                    {"key":"gen_ai.usage.output_tokens","value":{"intValue":3}},
                    {"key":"gen_ai.request.model","value":{"stringValue":"gpt-5","future":1}},
                    {"key":"gen_ai.prompt","value":{"kvlistValue":{"values":[{"key":"a"}]}}},
                    {"key":"user.id","value":null}],
                  "events":null}],"scope":{"version":"2","name":"my.scope"}}]}]}
                """));
    ExportedSpan span = export.spans().get(0);
    assertThat(span.scope()).isEqualTo(new ExportedSpan.Scope("my.scope", "2"));
    assertThat(span.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(span.spanId()).isEqualTo("abcdef0123456789");
    assertThat(span.kind()).isEqualTo(3);
    assertThat(span.failed()).isTrue();
    assertThat(span.endNanos() - span.startNanos()).isEqualTo(1_000_000_000);
    assertThat(span.attributes().text(Names.INPUT)).isEqualTo("12");
    assertThat(span.attributes().text(Names.OUTPUT)).isEqualTo("3");
    assertThat(span.attributes().text(Names.MODEL)).isEqualTo("gpt-5");
    assertThat(span.attributes().has(Names.USER)).isFalse();
  }

  @Test
  void anEmptyExportIsOne() {
    for (String empty : List.of("", "{}", "{\"resourceSpans\":[]}", "{\"resourceSpans\":null}")) {
      assertThat(JsonExport.read(bytes(empty)).spans()).isEmpty();
    }
    assertThat(ProtobufExport.read(new byte[0]).spans()).isEmpty();
  }

  @Test
  void whatIsNoExportSaysWhereAndRepeatsNothing() {
    assertThatThrownBy(() -> JsonExport.read(bytes("{\"resourceSpans\":[{\n\"secret prompt\"")))
        .isInstanceOf(InvalidExportException.class)
        .hasMessageStartingWith("The body is not well-formed JSON (line 2")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> JsonExport.read(bytes("[]")))
        .hasMessage("Field '/' must be an object.");
    assertThatThrownBy(
            () ->
                JsonExport.read(
                    bytes(
                        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":["
                            + "{\"endTimeUnixNano\":\"secret\"}]}]}]}")))
        .hasMessage(
            "Field '/resourceSpans/0/scopeSpans/0/spans/0/endTimeUnixNano' must be a whole number"
                + " of 64 bits.");
    assertThatThrownBy(() -> JsonExport.read(bytes("{} {}")))
        .hasMessage("The body must be one JSON object.");
    assertThatThrownBy(() -> ProtobufExport.read(bytes("{\"resourceSpans\":[]}")))
        .hasMessage("The body is no ExportTraceServiceRequest in protobuf.");
  }

  /** Two bytes are a span: five mebibytes hold 2.6 million. */
  @Test
  void moreSpansThanABatchHasAreRefusedBeforeTheyTakeMemory() {
    byte[] spans = new byte[5 * 1024 * 1024 - 16];
    Arrays.fill(spans, (byte) 0);
    for (int i = 0; i < spans.length; i += 2) {
      spans[i] = 0x12;
    }
    ByteString scope = ByteString.copyFrom(spans);
    byte[] request = within(1, within(2, scope)).toByteArray();
    assertThatThrownBy(() -> ProtobufExport.read(request))
        .isInstanceOfSatisfying(
            InvalidExportException.class, refused -> assertThat(refused.isTooLarge()).isTrue())
        .hasMessageContaining("20000");
    String json =
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + "{},".repeat(20_001) + "{}]";
    assertThatThrownBy(() -> JsonExport.read(bytes(json))).hasMessageContaining("20000");
  }

  private static ByteString within(int field, ByteString message) {
    com.google.protobuf.UnknownFieldSet.Field value =
        com.google.protobuf.UnknownFieldSet.Field.newBuilder().addLengthDelimited(message).build();
    return com.google.protobuf.UnknownFieldSet.newBuilder()
        .addField(field, value)
        .build()
        .toByteString();
  }

  private static void assertNumbers(Descriptor message, Map<String, Integer> numbers) {
    numbers.forEach(
        (name, number) ->
            assertThat(message.findFieldByName(name).getNumber()).as(name).isEqualTo(number));
  }

  private static List<Object> told(ExportedSpan span) {
    return List.of(
        span.with(null),
        Arrays.stream(Names.values()).map(span.attributes()::find).toList(),
        span.attributes().tags());
  }

  private static ExportTraceServiceRequest randomRequest(Random random) {
    ScopeSpans.Builder scope = ScopeSpans.newBuilder();
    scope.getScopeBuilder().setName("scope " + random.nextInt(9)).setVersion("é".repeat(3));
    for (int i = random.nextInt(5); i >= 0; i--) {
      scope.addSpans(randomSpan(random));
    }
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(ResourceSpans.newBuilder().addScopeSpans(scope))
        .build();
  }

  private static Span randomSpan(Random random) {
    byte[] id = new byte[random.nextInt(20)];
    random.nextBytes(id);
    Span.Builder span =
        Span.newBuilder()
            .setTraceId(ByteString.copyFrom(id))
            .setSpanId(ByteString.copyFrom(id))
            .setParentSpanId(ByteString.copyFrom(id))
            .setName(randomText(random))
            .setKindValue(random.nextInt(6))
            .setStartTimeUnixNano(random.nextLong())
            .setEndTimeUnixNano(random.nextLong());
    span.getStatusBuilder().setCodeValue(random.nextInt(3)).setMessage(randomText(random));
    span.addEventsBuilder().setName("ai.stream.firstChunk").setTimeUnixNano(random.nextLong());
    List<String> names =
        Arrays.stream(Names.values()).flatMap(each -> each.all().stream()).toList();
    for (int i = random.nextInt(6); i > 0; i--) {
      String name = random.nextInt(4) == 0 ? "gen_ai.prompt" : pick(random, names);
      span.addAttributesBuilder().setKey(name).setValue(randomValue(random, 2));
    }
    return span.build();
  }

  private static AnyValue randomValue(Random random, int depth) {
    AnyValue.Builder value = AnyValue.newBuilder();
    switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> value.setStringValue(randomText(random));
      case 1 -> value.setBoolValue(random.nextBoolean());
      case 2 -> value.setIntValue(random.nextLong());
      case 3 ->
          value.setDoubleValue(pick(random, List.of(0.0, 12.0, 1e300, Double.NaN, -1.5, 0.25)));
      case 4 -> value.setBytesValue(ByteString.copyFromUtf8("bytes"));
      case 5 -> value.getArrayValueBuilder().addValues(randomValue(random, depth - 1));
      default ->
          value
              .getKvlistValueBuilder()
              .addValuesBuilder()
              .setKey("gen_ai.request.model")
              .setValue(randomValue(random, depth - 1));
    }
    return value.build();
  }

  private static String randomText(Random random) {
    return pick(random, List.of("", "plain", "ünïcödé 漢字 😀", "\"quoted\"\n", "x".repeat(5_000)));
  }

  private static <T> T pick(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
