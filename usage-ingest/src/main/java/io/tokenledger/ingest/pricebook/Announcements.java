package io.tokenledger.ingest.pricebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** What stands on {@code pricing.changes}: {@code {"version":N}}. */
final class Announcements {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Announcements() {}

  /** The book's version; 0, which is before every book, when it cannot be read. */
  static long versionIn(byte[] announcement) {
    try {
      return announcement == null ? 0 : JSON.readTree(announcement).path("version").asLong(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
