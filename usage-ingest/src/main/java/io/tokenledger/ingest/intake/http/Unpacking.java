package io.tokenledger.ingest.intake.http;

import io.tokenledger.events.decode.ForeignFormat;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** From the bytes that were sent to those that were meant. */
final class Unpacking {

  private Unpacking() {}

  /**
   * @return nothing when there are more
   * @throws ApiException 400 for what is broken, 415 for what is packed and does not say so
   */
  static Optional<byte[]> unpack(ContentCoding coding, byte[] packed, int maxBytes) {
    if (coding == ContentCoding.IDENTITY) {
      return plain(packed, maxBytes);
    }
    try (InputStream unpacking = coding.unpacking(packed)) {
      byte[] unpacked = unpacking.readNBytes(maxBytes + 1);
      return unpacked.length > maxBytes ? Optional.empty() : Optional.of(unpacked);
    } catch (IOException e) {
      throw new ApiException(
          ProblemCode.INVALID_BODY,
          "The body is not %s, as Content-Encoding says, or not whole.".formatted(coding.token()));
    }
  }

  /** No JSON and no request in protobuf begins like something packed. */
  private static Optional<byte[]> plain(byte[] body, int maxBytes) {
    ForeignFormat.packedWith(body).ifPresent(Unpacking::refuse);
    return body.length > maxBytes ? Optional.empty() : Optional.of(body);
  }

  private static void refuse(String packedWith) {
    throw ContentCoding.unsupported(
        "The body is packed with "
            + packedWith
            + ", and Content-Encoding does not say so: it must be one of gzip and zstd, and named"
            + " there.");
  }
}
