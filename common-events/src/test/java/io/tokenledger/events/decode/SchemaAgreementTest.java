package io.tokenledger.events.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.decode.ContractTable.Row;
import io.tokenledger.events.support.SampleEvents;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and the decoder say the same, as far as a schema can say it. */
class SchemaAgreementTest {

  private static final String RESOURCE = "/schema/usage-event.schema.json";

  /** Totals that make room for the parts. */
  private static final Map<String, Long> TOTALS =
      Map.of(
          "inputTokens",
          10_000L,
          "outputTokens",
          10_000L,
          "cacheReadTokens",
          100L,
          "cacheWriteTokens",
          1_000L);

  private static String text;
  private static Schema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    try (InputStream in = UsageEventDecoder.class.getResourceAsStream(RESOURCE)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }

  @ParameterizedTest
  @MethodSource
  void bothAccept(Row row) {
    assertThat(SampleEvents.decode(row.event())).isNotNull();
    assertThat(faults(row)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void bothRefuse(Row row) {
    assertRefusedByName(row);
    assertThat(faults(row)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void onlyTheDecoderRefuses(Row row) {
    assertRefusedByName(row);
    assertThat(faults(row)).isEmpty();
  }

  @Test
  void itsOwnExamplesAreAccepted() {
    SampleEvents.json(text)
        .get("examples")
        .forEach(example -> assertThat(SampleEvents.decode(example)).isNotNull());
  }

  @ParameterizedTest
  @MethodSource
  void theExamplesOfItsFieldsAreAccepted(String field, JsonNode example) {
    ObjectNode event = SampleEvents.minimal();
    TOTALS.forEach(event::put);
    event.set(field, example);
    assertThat(SampleEvents.decode(event)).isNotNull();
  }

  @Test
  void describesEveryFieldAndTheAlias() {
    JsonNode fields = SampleEvents.json(text).get("properties");
    assertThat(fields.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(withAlias(PayloadHash.FIELDS));
    assertThat(fields)
        .allSatisfy(field -> assertThat(field.path("description").asText()).isNotEmpty());
  }

  private static void assertRefusedByName(Row row) {
    InvalidEventException refusal = SampleEvents.refusal(row.event());
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.code())
        .isIn(
            RejectionCode.MISSING_FIELD,
            RejectionCode.INVALID_FIELD,
            RejectionCode.UNKNOWN_USAGE_SHAPE);
    String named =
        row.field().equals("*") ? "Tokens|modelName|voided|estimatedCostUsd" : row.field();
    assertThat(refusal.getMessage()).containsPattern(named).hasSizeLessThan(300);
  }

  private static List<Error> faults(Row row) {
    return schema.validate(row.event(), InputFormat.JSON);
  }

  private static List<String> withAlias(List<String> fields) {
    return Stream.concat(fields.stream(), Stream.of("model")).toList();
  }

  static Stream<Arguments> theExamplesOfItsFieldsAreAccepted() {
    return SampleEvents.json(text)
        .get("properties")
        .propertyStream()
        .flatMap(SchemaAgreementTest::examples);
  }

  private static Stream<Arguments> examples(Map.Entry<String, JsonNode> field) {
    return field
        .getValue()
        .path("examples")
        .valueStream()
        .map(example -> arguments(field.getKey(), example));
  }

  static Stream<Row> bothAccept() throws IOException {
    return ContractTable.rows("accepted.txt");
  }

  static Stream<Row> bothRefuse() throws IOException {
    return ContractTable.rows("refused.txt");
  }

  static Stream<Row> onlyTheDecoderRefuses() throws IOException {
    return ContractTable.rows("beyond-schema.txt");
  }
}
