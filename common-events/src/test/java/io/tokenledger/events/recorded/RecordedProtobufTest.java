package io.tokenledger.events.recorded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.events.support.GoldenFiles;
import io.tokenledger.events.support.GoldenFiles.Golden;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Protobuf on {@code usage.recorded}, byte by byte. */
class RecordedProtobufTest {

  private static final String FUTURE = "with-fields-of-the-future.json";

  @ParameterizedTest
  @MethodSource("golden")
  void aGoldenMessageIsReadAsItsJson(Golden golden) {
    assertThat(RecordedUsageCodec.decode(bytes(golden)))
        .isEqualTo(RecordedUsageCodec.decode(golden.message()));
  }

  /** Or the number of a field was changed. */
  @ParameterizedTest
  @MethodSource("ours")
  void whatIsWrittenIsGolden(Golden golden) {
    byte[] written = RecordedUsageCodec.encode(RecordedUsageCodec.decode(golden.message()));
    assertThat(HexFormat.of().formatHex(written)).isEqualTo(hex(golden));
  }

  @ParameterizedTest
  @MethodSource("ours")
  void aMessageThatIsCutIsRefused(Golden golden) {
    byte[] whole = bytes(golden);
    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), "");
    }
  }

  /** The lane passes over what is refused; nothing else may come of it. */
  @Property(tries = 1000)
  void aMessageThatIsSpoiltIsReadOrRefused(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[][] all = golden().map(RecordedProtobufTest::bytes).toArray(byte[][]::new);
    byte[] spoilt = all[random.nextInt(all.length)];
    for (int i = 0; i <= random.nextInt(4); i++) {
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
    }
    try {
      assertThat(RecordedUsageCodec.decode(spoilt)).isNotNull();
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', it is empty",
    // Field 7 of the message, of two bytes: a kind of the future.
    "3a020801, it is of a kind that this version does not know",
    // Usage without anything, and with an event id only.
    "0a00, event_id is missing",
    "0a030a0131, org_id is missing",
    "0a060a01311201 61, occurred_at_micros is missing",
    "0a080a013112016160 00, cost_status 0 is none",
    "0a0b0a013112016160009801 63, cost_status 99 is none",
    "0a100a01311201616000980101 7a030a0131, topic_id has 1 bytes",
    // No field has the number 0; no text is half a character.
    "0000, invalid tag",
    "0a030a01ff, UTF-8",
  })
  void whatIsRefusedIsSaid(String hex, String reason) {
    assertRefused(HexFormat.of().parseHex(hex.replace(" ", "")), reason);
  }

  @Test
  void noMessageIsNone() {
    assertRefused(null, "it is empty");
    assertRefused(new byte[UsageLimits.MAX_MESSAGE_BYTES + 1], "it has 1,048,577 bytes");
    assertRefused("{\"eventId\":".getBytes(UTF_8), "it is no JSON");
  }

  /** A batch is bounded by its messages' bytes, and Kafka by those of one message. */
  @Test
  void theLargestEventIsSmall() {
    RecordedUsage largest = largest();
    RevisedUsage revision =
        new RevisedUsage(Long.MAX_VALUE, Optional.of(new UUID(-1, -1)), largest, largest);
    assertThat(RecordedUsageCodec.encode(largest)).hasSizeBetween(14_000, 16_000);
    assertThat(RecordedUsageCodec.encode(revision)).hasSizeBetween(28_000, 32_000);
    assertThat(RecordedUsageCodec.decode(RecordedUsageCodec.encode(revision))).isEqualTo(revision);
  }

  private static RecordedUsage largest() {
    Function<Integer, String> text = "\ud83d\udcb0"::repeat;
    return new RecordedUsage(
        text.apply(UsageLimits.MAX_ID),
        new Call(
            text.apply(UsageLimits.MAX_ID),
            text.apply(UsageLimits.MAX_ID),
            text.apply(UsageLimits.MAX_PROVIDER),
            text.apply(UsageLimits.MAX_MODEL_NAME),
            text.apply(UsageLimits.MAX_FEATURE),
            text.apply(UsageLimits.MAX_LABEL),
            text.apply(UsageLimits.MAX_LABEL)),
        Long.MAX_VALUE,
        TokenCounts.of(each -> Long.MAX_VALUE),
        OptionalLong.of(Long.MAX_VALUE),
        true,
        text.apply(UsageLimits.MAX_CONVERSATION_ID),
        IntStream.range(0, UsageLimits.MAX_TAGS)
            .boxed()
            .collect(
                Collectors.toMap(
                    i -> "%064d".formatted(i),
                    i -> text.apply(UsageLimits.MAX_TAG_VALUE_BYTES / 4))),
        Instant.parse("9999-12-31T23:59:59.999999Z"),
        Long.MIN_VALUE,
        OptionalLong.of(Long.MIN_VALUE),
        CostStatus.PARTIAL,
        text.apply(UsageLimits.MAX_PROVIDER + UsageLimits.MAX_MODEL_NAME),
        Optional.of(new SourcePosition(new UUID(-1, -1), Integer.MAX_VALUE, Long.MAX_VALUE)));
  }

  private static void assertRefused(byte[] message, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordedUsageCodec.decode(message))
        .withMessageContaining(reason);
  }

  private static byte[] bytes(Golden golden) {
    return HexFormat.of().parseHex(hex(golden));
  }

  private static String hex(Golden golden) {
    return golden.content().get("hex").asText();
  }

  /** What this version writes. */
  static Stream<Golden> ours() throws IOException {
    return golden().filter(each -> !each.name().equals(FUTURE));
  }

  static Stream<Golden> golden() throws IOException {
    return GoldenFiles.in("recorded-protobuf");
  }
}
