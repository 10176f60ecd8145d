package io.tokenledger.client.sending;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What to do with events whose org the token does not permit. A token that has lost its permission
 * gets it back, so they wait; but events of an org that was never permitted, while others are, must
 * not keep those others waiting. One thread.
 */
final class ForbiddenOrgs {

  private static final int MAX_ORGS = 10_000;
  private static final JsonFactory JSON = new JsonFactory();

  private final long patienceNanos;
  private final Set<String> permitted = new HashSet<>();
  private final Map<String, Long> since = new HashMap<>();

  /**
   * @param patience how long events of an org wait that was permitted before
   */
  ForbiddenOrgs(Duration patience) {
    this.patienceNanos = patience.toNanos();
  }

  /** The ledger took it. */
  void permitted(byte[] event) {
    String org = orgOf(event);
    since.remove(org);
    if (permitted.size() < MAX_ORGS) {
      permitted.add(org);
    }
  }

  /** True when the event is to be given up. */
  boolean isHopeless(byte[] event, long nanoTime) {
    String org = orgOf(event);
    if (permitted.isEmpty()) {
      return false;
    }
    if (!permitted.contains(org)) {
      return true;
    }
    if (since.size() >= MAX_ORGS && !since.containsKey(org)) {
      return true;
    }
    return nanoTime - since.computeIfAbsent(org, first -> nanoTime) > patienceNanos;
  }

  /** It stands near the beginning of what the library writes. */
  private static String orgOf(byte[] event) {
    try (JsonParser json = JSON.createParser(event)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = json.currentName().equals("orgId");
        json.nextToken();
        if (found) {
          return json.getText();
        }
        json.skipChildren();
      }
      return "";
    } catch (IOException e) {
      return "";
    }
  }
}
