package io.tokenledger.ingest.pricebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/** What stands on {@code pricing.changes}: {@code {"version":N,"line":"…"}}. */
final class Announcements {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Announcements() {}

  /** The book's version; 0, which is before every book, when it cannot be read. */
  static long versionIn(byte[] announcement) {
    return read(announcement).path("version").asLong(0);
  }

  /** The line of the book; empty where none is told, as before there were any. */
  static String lineIn(byte[] announcement) {
    return read(announcement).path("line").asText("");
  }

  private static JsonNode read(byte[] announcement) {
    try {
      return announcement == null ? MissingNode.getInstance() : JSON.readTree(announcement);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
