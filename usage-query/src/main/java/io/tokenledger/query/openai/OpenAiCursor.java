package io.tokenledger.query.openai;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.query.http.CheckedCursor;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Where a page of buckets starts, as the text that the page before answers, for one org. */
final class OpenAiCursor {

  private static final String LIST = "openai/";

  private OpenAiCursor() {}

  /**
   * @param start at a quarter of an hour
   */
  static String encode(String orgId, Instant start) {
    int quarters = Math.toIntExact(start.getEpochSecond() / OpenAiBuckets.QUARTER.toSeconds());
    return CheckedCursor.encode(
        LIST + orgId, ByteBuffer.allocate(Integer.BYTES).putInt(quarters).array());
  }

  /** The start of a page, of the text that {@link #encode} made. */
  static Instant startOf(String orgId, String page) {
    byte[] position =
        CheckedCursor.find(LIST + orgId, page)
            .filter(bytes -> bytes.length == Integer.BYTES)
            .orElseThrow(
                () ->
                    invalidParameter(
                        "page", "must be the next_page of an earlier answer for this org."));
    int quarters = ByteBuffer.wrap(position).getInt();
    return Instant.EPOCH.plus(OpenAiBuckets.QUARTER.multipliedBy(quarters));
  }
}
