package io.tokenledger.events.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tokenledger.events.InvalidEventException;
import io.tokenledger.events.UsageLimits;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A message is UTF-8 or refused as such, wherever in it the first byte beyond ASCII stands. */
class Utf8Test {

  @Property(tries = 5_000)
  void isWhatJavasStrictDecoderTakes(
      @ForAll @IntRange(max = 20) int before,
      @ForAll("bytes") byte[] text,
      @ForAll @IntRange(max = 9) int after) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(("\"" + "x".repeat(before)).getBytes(StandardCharsets.US_ASCII));
    message.writeBytes(text);
    message.writeBytes(("x".repeat(after) + "\"").getBytes(StandardCharsets.US_ASCII));
    byte[] bytes = message.toByteArray();
    InvalidEventException refusal =
        catchThrowableOfType(
            InvalidEventException.class,
            () -> EventJson.parse(bytes, UsageLimits.MAX_MESSAGE_BYTES));
    if (isUtf8(bytes)) {
      assertThat(refusal).isNull();
    } else {
      assertThat(refusal).hasMessage("the message is not UTF-8");
    }
  }

  /** Among them overlong forms, halves of surrogate pairs, and characters that are cut off. */
  @Provide
  Arbitrary<byte[]> bytes() {
    return Arbitraries.oneOf(
        Arbitraries.strings()
            .map(text -> text.replaceAll("[\\x00-\\x1f\"\\\\]", "-"))
            .map(text -> text.getBytes(StandardCharsets.UTF_8)),
        Arbitraries.bytes().between((byte) -128, (byte) -1).array(byte[].class).ofMaxSize(5),
        Arbitraries.of(
            new byte[] {(byte) 0xC0, (byte) 0xAF},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xE2, (byte) 0x82},
            new byte[] {(byte) 0xF0, (byte) 0x9F, (byte) 0x98, (byte) 0x80}));
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
