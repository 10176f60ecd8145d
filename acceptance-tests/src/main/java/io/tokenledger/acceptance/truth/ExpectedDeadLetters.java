package io.tokenledger.acceptance.truth;

import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.UsageLimits;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The truth about what is rejected: each message by the serial number in its header, and why. */
public final class ExpectedDeadLetters {

  /** A header of every message that must be rejected; a dead letter repeats it. */
  public static final String SERIAL = "harness-serial";

  private final Map<String, Expected> bySerial = new HashMap<>();

  private record Expected(String reason, int contentHash) {}

  /** Adds a message and answers its serial number. */
  public synchronized String add(byte[] value, RejectionCode reason) {
    String serial = Integer.toString(bySerial.size());
    bySerial.put(serial, new Expected(reason.code(), contentHash(value)));
    return serial;
  }

  public synchronized int size() {
    return bySerial.size();
  }

  /** What is wrong with a dead letter; empty when nothing is. */
  public synchronized String complaint(String serial, String reason, byte[] value) {
    Expected expected = bySerial.get(serial);
    if (expected == null) {
      return "A dead letter that nobody expects, serial '%s', reason %s".formatted(serial, reason);
    }
    if (!expected.reason.equals(reason)) {
      return "Dead letter %s has reason %s, not %s".formatted(serial, reason, expected.reason);
    }
    return expected.contentHash == contentHash(value)
        ? ""
        : "Dead letter %s is not what was sent".formatted(serial);
  }

  /** How many are not in the set. */
  public synchronized long missingFrom(Set<String> serials) {
    return bySerial.keySet().stream().filter(each -> !serials.contains(each)).count();
  }

  /** Dead letters hold no more than the largest event. */
  private static int contentHash(byte[] value) {
    return value == null || value.length <= UsageLimits.MAX_MESSAGE_BYTES
        ? Arrays.hashCode(value)
        : Arrays.hashCode(Arrays.copyOf(value, UsageLimits.MAX_MESSAGE_BYTES));
  }
}
