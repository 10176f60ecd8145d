package io.tokenledger.ingest.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackingTest {

  private static final int BOUND = 1_000;
  private static final String TEXT = "{\"eventId\":\"ü\"}".repeat(20);

  @ParameterizedTest
  @CsvSource({
    "gzip, GZIP",
    "GZIP, GZIP",
    "x-gzip, GZIP",
    "' zstd ', ZSTD",
    "identity, IDENTITY",
    "'', IDENTITY"
  })
  void theNamesOfTheField(String header, ContentCoding coding) {
    assertThat(ContentCoding.of(header)).isEqualTo(coding);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "gzip, zstd", "gzip, gzip", "gzip;q=1"})
  void anotherOneIsAnsweredWithThoseThatAreTaken(String header) {
    assertUnsupported(() -> ContentCoding.of(header), "must be one of gzip and zstd");
  }

  @Test
  void whatWasPackedIsTheSameAgain() {
    assertThat(unpack(ContentCoding.GZIP, Packed.gzip(TEXT))).isEqualTo(TEXT);
    assertThat(unpack(ContentCoding.ZSTD, Packed.zstd(TEXT))).isEqualTo(TEXT);
    assertThat(unpack(ContentCoding.IDENTITY, TEXT.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(TEXT);
  }

  /** Of all sizes and levels, so of all kinds of headers and blocks; and with what is skipped. */
  @Test
  void framesOfAllKindsAreWhole() {
    Random random = new Random(7);
    for (int size : new int[] {0, 1, 255, 256, 257, 65_791, 65_792, 300_000}) {
      for (int level : new int[] {-5, 1, 3, 19}) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        Arrays.fill(bytes, 0, size / 2, (byte) 'x');
        byte[] skipped = {0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 'a', 'b'};
        byte[] packed = joined(skipped, Zstd.compress(bytes, level), skipped);
        assertThat(Unpacking.unpack(ContentCoding.ZSTD, packed, size)).hasValue(bytes);
      }
    }
  }

  /** As log shippers do, which pack each of their batches for itself. */
  @Test
  void severalMembersAreOneBody() {
    byte[] gzip = joined(Packed.gzip("one\n"), Packed.gzip("two\n"), Packed.gzip(""));
    assertThat(unpack(ContentCoding.GZIP, gzip)).isEqualTo("one\ntwo\n");
    byte[] zstd = joined(Packed.zstd("one\n"), Packed.zstd("two\n"));
    assertThat(unpack(ContentCoding.ZSTD, zstd)).isEqualTo("one\ntwo\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "ZSTD"})
  void oneThatIsCutOffAnywhereIsRefused(ContentCoding coding) {
    byte[] packed = packed(coding);
    for (int length = 1; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertBroken(coding, cut);
    }
  }

  /** Neither is lost silently: what follows may be events. */
  @ParameterizedTest
  @EnumSource(names = {"GZIP", "ZSTD"})
  void oneThatIsFollowedBySomethingElseIsRefused(ContentCoding coding) {
    byte[] packed = packed(coding);
    for (int length : new int[] {1, 2, 3, 4, 5, 7, 8, 17, 18, 19, 40, 600}) {
      byte[] something = new byte[length];
      Arrays.fill(something, (byte) 'x');
      assertBroken(coding, joined(packed, something));
    }
    for (int length = 1; length < packed.length; length++) {
      assertBroken(coding, joined(packed, Arrays.copyOf(packed, length)));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "ZSTD"})
  void oneWithAnotherByteIsRefused(ContentCoding coding) {
    byte[] packed = packed(coding);
    packed[packed.length / 2] ^= 0x40;
    assertBroken(coding, packed);
    assertBroken(coding, TEXT.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void noMoreIsUnpackedThanTheBound() {
    String bound = "x".repeat(BOUND);
    String more = bound + "x";
    assertThat(unpack(ContentCoding.GZIP, Packed.gzip(bound))).hasSize(BOUND);
    assertThat(unpack(ContentCoding.ZSTD, Packed.zstd(bound))).hasSize(BOUND);
    assertThat(Unpacking.unpack(ContentCoding.GZIP, Packed.gzip(more), BOUND)).isEmpty();
    assertThat(Unpacking.unpack(ContentCoding.ZSTD, Packed.zstd(more), BOUND)).isEmpty();
    byte[] bomb = Packed.gzip(new byte[100 * 1024 * 1024]);
    assertThat(Unpacking.unpack(ContentCoding.GZIP, bomb, BOUND)).isEmpty();
    assertThat(Unpacking.unpack(ContentCoding.IDENTITY, new byte[BOUND + 1], BOUND)).isEmpty();
  }

  /** The window is memory that the sender chooses. */
  @Test
  void aWindowBeyondEightMebibytesIsRefused() throws IOException {
    assertThat(unpack(ContentCoding.ZSTD, withWindow(23))).isEqualTo(TEXT);
    assertBroken(ContentCoding.ZSTD, withWindow(24));
  }

  @Test
  void whatIsPackedAndDoesNotSaySoIsToldSo() {
    assertUnsupported(
        () -> unpack(ContentCoding.IDENTITY, Packed.gzip(TEXT)), "is packed with gzip");
    assertUnsupported(
        () -> unpack(ContentCoding.IDENTITY, Packed.zstd(TEXT)), "is packed with zstd");
  }

  private static byte[] withWindow(int log) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZstdOutputStreamNoFinalizer packing = new ZstdOutputStreamNoFinalizer(packed)) {
      packing.setLong(log);
      packing.write(TEXT.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  /** With a checksum, which senders may leave out. */
  private static byte[] packed(ContentCoding coding) {
    byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
    return coding == ContentCoding.GZIP ? Packed.gzip(text) : withChecksum(text);
  }

  private static byte[] withChecksum(byte[] text) {
    try (ZstdCompressCtx packing = new ZstdCompressCtx()) {
      return packing.setChecksum(true).compress(text);
    }
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static String unpack(ContentCoding coding, byte[] packed) {
    return new String(
        Unpacking.unpack(coding, packed, BOUND).orElseThrow(), StandardCharsets.UTF_8);
  }

  private static void assertBroken(ContentCoding coding, byte[] packed) {
    assertThatThrownBy(() -> Unpacking.unpack(coding, packed, BOUND))
        .isInstanceOfSatisfying(
            ApiException.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_BODY))
        .hasMessageContaining(coding.token());
  }

  private static void assertUnsupported(ThrowingCallable what, String sentence) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            ApiException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
              assertThat(refused.headers()).isEqualTo(Map.of("Accept-Encoding", "gzip, zstd"));
            })
        .hasMessageContaining(sentence);
  }
}
