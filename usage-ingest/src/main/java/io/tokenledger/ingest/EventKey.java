package io.tokenledger.ingest;

import io.tokenledger.events.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * The key of a raw row: 128 bits that begin with a time, so that rows arrive in index order and the
 * day partition follows from the key.
 *
 * @param value the event id itself when it is a UUIDv7 with a credible time; otherwise a UUIDv8
 *     (RFC 9562) of the event's UTC day and a hash of org and event id
 * @param identity a hash of org and event id, by which the id is registered when it carries no
 *     credible day of its own, so that a retry with another time would get another key; else empty
 */
public record EventKey(UUID value, Optional<UUID> identity) {

  /** What the producer calls the event: ids are unique within an org. */
  public record Name(String orgId, String eventId) {}

  /** What a UUIDv7 has in each place, of the lower-case digits and of itself. */
  private static final String UUID_V7 = "xxxxxxxx-xxxx-7xxx-vxxx-xxxxxxxxxxxx";

  private static final long MILLIS_OF_A_DAY = 86_400_000L;
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  /**
   * @param oldest the begin of the retention window
   * @param newest how far ahead an id's time may be
   */
  public static EventKey of(
      String orgId, String eventId, Instant occurredAt, Instant oldest, Instant newest) {
    if (isUuidV7(eventId)) {
      UUID id = UUID.fromString(eventId);
      Instant time = timeOf(id);
      if (!time.isBefore(oldest) && !time.isAfter(newest)) {
        return new EventKey(id, Optional.empty());
      }
    }
    UUID identity = identity(orgId, eventId);
    return new EventKey(dayKey(occurredAt, identity), Optional.of(identity));
  }

  public boolean registered() {
    return identity.isPresent();
  }

  /** The UTC day of a key, which names its partition. */
  public static LocalDate dayOf(UUID key) {
    return LocalDate.ofEpochDay(epochDayOf(key));
  }

  /** The same as a number, 0 for the first of 1970. */
  static long epochDayOf(UUID key) {
    return (key.getMostSignificantBits() >>> 16) / MILLIS_OF_A_DAY;
  }

  /** Only the canonical form: the same UUID in capitals is another id. */
  private static boolean isUuidV7(String id) {
    boolean is = id.length() == UUID_V7.length();
    for (int i = 0; is && i < UUID_V7.length(); i++) {
      char c = id.charAt(i);
      is =
          switch (UUID_V7.charAt(i)) {
            case 'x' -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
            case 'v' -> c == '8' || c == '9' || c == 'a' || c == 'b';
            default -> c == UUID_V7.charAt(i);
          };
    }
    return is;
  }

  private static Instant timeOf(UUID key) {
    return Instant.ofEpochMilli(key.getMostSignificantBits() >>> 16);
  }

  private static UUID dayKey(Instant occurredAt, UUID identity) {
    long day = occurredAt.truncatedTo(ChronoUnit.DAYS).toEpochMilli();
    long high = day << 16 | VERSION_8 | identity.getMostSignificantBits() & 0x0FFFL;
    long low = VARIANT | identity.getLeastSignificantBits() >>> 2;
    return new UUID(high, low);
  }

  private static UUID identity(String orgId, String eventId) {
    byte[] text = (orgId + '\0' + eventId).getBytes(StandardCharsets.UTF_8);
    ByteBuffer hash = ByteBuffer.wrap(Sha256.of(text));
    return new UUID(hash.getLong(), hash.getLong());
  }
}
