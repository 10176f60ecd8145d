package io.tokenledger.events.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.RejectionCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not JSON, and is named in the dead letter. */
class ForeignFormatTest {

  private static final String EVENT = "{\"eventId\":\"e\",\"orgId\":\"o\"}";

  @Test
  void whatTheProducerPackedIsNamed() throws IOException {
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(gzip)) {
      packing.write(EVENT.getBytes(StandardCharsets.UTF_8));
    }
    assertRefused(gzip.toByteArray(), RejectionCode.COMPRESSED, "packed with gzip");

    ByteArrayOutputStream zlib = new ByteArrayOutputStream();
    try (DeflaterOutputStream packing = new DeflaterOutputStream(zlib)) {
      packing.write(EVENT.getBytes(StandardCharsets.UTF_8));
    }
    assertRefused(zlib.toByteArray(), RejectionCode.COMPRESSED, "packed with zlib");
  }

  @ParameterizedTest
  @CsvSource({
    "28b52ffd2400010000, zstd",
    "04224d186040820000, lz4",
    "82534e415050590000000001, snappy",
    "ff060000734e61507059, snappy"
  })
  void byItsMagicNumber(String hex, String name) {
    assertRefused(
        HexFormat.of().parseHex(hex), RejectionCode.COMPRESSED, "packed with " + name + ":");
  }

  /** JSON Schema, Protobuf and Avro: what follows the number of the schema differs. */
  @ParameterizedTest
  @ValueSource(strings = {EVENT, "\u0000\n\u0001e", "\u0002e\u0002o"})
  void theFramingOfASchemaRegistryIsNamed(String payload) {
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    byte[] framed =
        ByteBuffer.allocate(5 + bytes.length).put((byte) 0).putInt(7).put(bytes).array();
    assertRefused(framed, RejectionCode.SCHEMA_FRAMED, "schema registry");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-32BE", "UTF-16LE", "UTF-16"})
  void anotherEncodingOfTextIsNotTakenForIt(String charset) {
    assertRefused(EVENT.getBytes(Charset.forName(charset)), RejectionCode.NOT_JSON, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0000abcd", "x", "xml", "nope", "\u001f"})
  void whatIsTooShortToTellIsNotJson(String text) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), RejectionCode.NOT_JSON, "");
  }

  private static void assertRefused(byte[] message, RejectionCode code, String sentence) {
    assertThatThrownBy(() -> EventJson.parse(message, 1_000))
        .isInstanceOfSatisfying(
            InvalidEventException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused).hasMessageContaining(sentence);
            });
  }
}
