package io.tokenledger.events.decode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is not JSON, but known by how it begins: so that its sender is told what to change. Asked
 * only of what could not be read.
 */
public final class ForeignFormat {

  /** The byte 0 and the four bytes of a schema's number. */
  private static final int SCHEMA_PREFIX_BYTES = 5;

  private static final List<Packed> PACKED =
      List.of(
          new Packed("gzip", 0x1f, 0x8b),
          new Packed("zstd", 0x28, 0xb5, 0x2f, 0xfd),
          new Packed("lz4", 0x04, 0x22, 0x4d, 0x18),
          new Packed("snappy", 0x82, 'S', 'N', 'A', 'P', 'P', 'Y'),
          new Packed("snappy", 0xff, 0x06, 0x00, 0x00, 's', 'N', 'a', 'P', 'p', 'Y'),
          new Packed("zlib", 0x78, 0x01),
          new Packed("zlib", 0x78, 0x5e),
          new Packed("zlib", 0x78, 0x9c),
          new Packed("zlib", 0x78, 0xda));

  private ForeignFormat() {}

  /**
   * By the magic numbers of RFC 1950, 1952 and 8878, of LZ4's frame format and of the two framings
   * of Snappy.
   *
   * @return the name of what the bytes are packed with
   */
  public static Optional<String> packedWith(byte[] bytes) {
    return PACKED.stream().filter(each -> each.begins(bytes)).map(Packed::name).findFirst();
  }

  /**
   * Whether a schema registry's serializer wrote it, by Confluent's wire format. UTF-16 and UTF-32
   * begin with 0, too, and a brace or bracket.
   */
  static boolean isSchemaFramed(byte[] bytes) {
    if (bytes.length <= SCHEMA_PREFIX_BYTES || bytes[0] != 0) {
      return false;
    }
    boolean utf16 = isOpening(bytes[1]) && bytes[2] == 0;
    boolean utf32 = bytes[1] == 0 && bytes[2] == 0 && isOpening(bytes[3]) && bytes[4] == 0;
    return !utf16 && !utf32;
  }

  private static boolean isOpening(byte character) {
    return character == '{' || character == '[';
  }

  private static final class Packed {

    private final String name;
    private final byte[] magic;

    Packed(String name, int... magic) {
      this.name = name;
      this.magic = new byte[magic.length];
      for (int i = 0; i < magic.length; i++) {
        this.magic[i] = (byte) magic[i];
      }
    }

    String name() {
      return name;
    }

    boolean begins(byte[] bytes) {
      return bytes.length >= magic.length
          && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }
  }
}
