package io.tokenledger.gateway.accounting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.events.UsageSource;

/**
 * What is billed by other than tokens: images, characters of speech, seconds of video. It is known
 * from what was asked, once that was answered. It stands for usage that nobody told; beside tokens
 * of the same answer it would be billed twice.
 */
final class AskedUnits {

  private AskedUnits() {}

  /**
   * A provider bills what it began to make for a client that left; where it broke off itself, that
   * would be a guess.
   */
  static void put(ObjectNode event, StartedCall call, EndedCall ended) {
    How.Kind how = ended.how().kind();
    boolean answered = ended.reading().success();
    boolean whole = answered && how == How.Kind.COMPLETED;
    ObjectNode units = JsonNodeFactory.instance.objectNode();
    if (whole || answered && how == How.Kind.CLIENT_GONE) {
      call.units().forEach((unit, count) -> put(units, unit, count));
    }
    boolean told = !units.isEmpty();
    if (told) {
      event.set("units", units);
    }
    UsageSource source = whole && told ? UsageSource.REPORTED : UsageSource.PARTIAL;
    event.put("usageSource", source.code());
  }

  private static void put(ObjectNode units, String unit, long count) {
    if (count > 0) {
      units.put(unit, count);
    }
  }
}
