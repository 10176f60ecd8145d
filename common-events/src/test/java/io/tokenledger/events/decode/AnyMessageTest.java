package io.tokenledger.events.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.support.GoldenFiles;
import io.tokenledger.events.support.GoldenFiles.Golden;
import io.tokenledger.events.support.SampleEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever the bytes, they are an event or refused in one way: any other exception would stop the
 * partition they came from.
 */
class AnyMessageTest {

  private static final List<String> PIECES =
      List.of(
          "null",
          "true",
          "-1",
          "1.0",
          "1e400",
          "1e999999999",
          "1e99999999999",
          "\"\"",
          "\"x\"",
          "[]",
          "{}",
          "{\"a\": 1}",
          "\\u0000",
          "\\ud800",
          "\u0000",
          "\u00ff",
          "\"",
          "}",
          ",",
          ":");

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void isAnEventOrRefused(
      @ForAll("goldens") Golden golden,
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 4) int changes) {
    StringBuilder message =
        new StringBuilder(new String(golden.message(), StandardCharsets.ISO_8859_1));
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(message.length());
      int end = Math.min(message.length(), at + random.nextInt(6));
      message.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
    }
    assertDecodedOrRefused(message.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
  void anyValueInAnyFieldIsAcceptedOrRefused(
      @ForAll("goldens") Golden golden,
      @ForAll("fields") String field,
      @ForAll("values") String value) {
    ObjectNode event = golden.content().get("message").<ObjectNode>deepCopy().without(field);
    String message = event.toString().replaceFirst("}$", ", \"" + field + "\": ") + value + "}";
    assertDecodedOrRefused(message.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> fields() {
    return Arbitraries.of(PayloadHash.FIELDS);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(PIECES)
        .flatMap(piece -> Arbitraries.of(piece, "{\"a\": " + piece + "}", "[" + piece + "]"));
  }

  @Property(tries = 1_000)
  void anyBytesAreAnEventOrRefused(@ForAll byte[] message) {
    assertDecodedOrRefused(message);
  }

  private static void assertDecodedOrRefused(byte[] message) {
    try {
      UsageEvent event = SampleEvents.decode(message);
      assertThat(event.eventId()).isNotEmpty();
      assertThat(event.requestCount()).isNotNegative();
    } catch (InvalidEventException refusal) {
      assertThat(refusal.getMessage()).isNotBlank().hasSizeLessThan(1_000);
      assertThat(refusal.code()).isNotNull();
    }
  }

  @Provide
  Arbitrary<Golden> goldens() throws IOException {
    return Arbitraries.of(GoldenFiles.in("events").toList());
  }
}
