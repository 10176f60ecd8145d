package io.tokenledger.acceptance.fuzz.messages;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.RejectionCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A message for {@code usage.events}.
 *
 * @param timestamp in milliseconds since 1970; null for the time of sending
 * @param copyOf {@code org id} of an event that it may be a copy of, or that may be a copy of it
 * @param fate what must become of it; nothing where that is for the service to say
 */
record FuzzMessage(
    byte[] key,
    byte[] value,
    List<Header> headers,
    Long timestamp,
    String copyOf,
    Optional<Fate> fate) {

  /**
   * @param reason of the dead letter; nothing when a row is due
   */
  record Fate(Optional<RejectionCode> reason) {

    static final Fate STORED = new Fate(Optional.empty());

    static Fate rejected(RejectionCode reason) {
      return new Fate(Optional.of(reason));
    }
  }

  static FuzzMessage of(byte[] value) {
    return new FuzzMessage(null, value, List.of(), null, "", Optional.empty());
  }

  static FuzzMessage of(JsonNode json) {
    return of(json.toString());
  }

  static FuzzMessage of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  FuzzMessage becoming(Fate due) {
    return new FuzzMessage(key, value, headers, timestamp, copyOf, Optional.of(due));
  }

  /** In its fate, but for a row of its own. */
  FuzzMessage copyOf(String orgAndId) {
    return new FuzzMessage(key, value, headers, timestamp, orgAndId, fate);
  }

  FuzzMessage withKey(byte[] other) {
    return new FuzzMessage(other, value, headers, timestamp, copyOf, fate);
  }

  FuzzMessage at(Long millis) {
    return new FuzzMessage(key, value, headers, millis, copyOf, fate);
  }

  FuzzMessage withHeaders(List<Header> others) {
    return new FuzzMessage(key, value, others, timestamp, copyOf, fate);
  }

  FuzzMessage with(String name, byte[] content) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new RecordHeader(name, content));
    return withHeaders(more);
  }

  FuzzMessage with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }
}
