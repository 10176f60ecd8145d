package io.tokenledger.query.openai;

import io.tokenledger.query.http.CheckedCursor;
import io.tokenledger.service.http.ApiException;
import java.time.Instant;

/** Where a page of buckets starts, as the text that the page before answers, for one org. */
final class OpenAiCursor {

  private static final String LIST = "openai/";

  private OpenAiCursor() {}

  static String encode(String orgId, Instant start) {
    return CheckedCursor.encode(LIST + orgId, start, "");
  }

  /** The start of a page, of the text that {@link #encode} made. */
  static Instant startOf(String orgId, String page) {
    return CheckedCursor.find(LIST + orgId, page)
        .map(CheckedCursor.Position::time)
        .orElseThrow(
            () ->
                ApiException.invalidParameter(
                    "page", "must be the next_page of an earlier answer for this org."));
  }
}
