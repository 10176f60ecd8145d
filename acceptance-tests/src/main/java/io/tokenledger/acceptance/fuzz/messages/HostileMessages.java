package io.tokenledger.acceptance.fuzz.messages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.acceptance.fuzz.Dice;
import io.tokenledger.acceptance.fuzz.HostileJson;
import io.tokenledger.acceptance.fuzz.messages.FuzzMessage.Fate;
import io.tokenledger.acceptance.truth.HostileMessage;
import io.tokenledger.events.UsageLimits;
import java.util.List;

/** Messages made of valid events; the seed and its number make each of them. */
final class HostileMessages {

  private static final int RETENTION_DAYS = 1_826;

  /**
   * Of the JSON, in bytes: around the limit of an event, and what compresses to less than Kafka's.
   */
  private static final List<Integer> SIZES =
      List.of(
          UsageLimits.MAX_MESSAGE_BYTES - 1,
          UsageLimits.MAX_MESSAGE_BYTES,
          UsageLimits.MAX_MESSAGE_BYTES + 1,
          2 * UsageLimits.MAX_MESSAGE_BYTES,
          8 * UsageLimits.MAX_MESSAGE_BYTES);

  private final long seed;
  private final BaseEvents events;
  private final HostileFields fields;
  private final HostileEnvelope envelope;

  HostileMessages(long seed) {
    this.seed = seed;
    this.events = new BaseEvents(seed);
    this.fields = new HostileFields(events.begin(), RETENTION_DAYS);
    this.envelope = new HostileEnvelope(events.begin());
  }

  FuzzMessage number(int number) {
    Dice dice = Dice.of(seed, number);
    FuzzMessage made = of(number, dice);
    FuzzMessage message =
        made.copyOf().isEmpty() ? made.copyOf(BaseEvents.orgAndId(events.number(number))) : made;
    return message.fate().isPresent()
        ? envelope.harmless(message, dice)
        : envelope.hostile(message, dice);
  }

  private FuzzMessage of(int number, Dice dice) {
    ObjectNode event = events.number(number);
    return switch (dice.below(20)) {
      case 0, 1 -> FuzzMessage.of(event).becoming(Fate.STORED);
      case 2 -> again(events.number(dice.below(number + 1)), dice);
      case 3 -> ofSharedId(event, dice);
      case 4 -> ofAnotherOrg(event.put("orgId", "fuzz-d-" + number % 7), number);
      case 5, 6, 7 -> FuzzMessage.of(HostileJson.spoilt(event, dice));
      case 8, 9 -> FuzzMessage.of(HostileJson.broken(event.toString(), dice));
      case 10, 11, 12, 13 -> FuzzMessage.of(fields.spoil(event, dice));
      case 14 -> envelope.cloudEvent(event, dice);
      case 15 -> envelope.cloudEventInHeaders(event, dice);
      case 16 -> known(dice);
      case 17 -> FuzzMessage.of(dice.oneIn(2) ? null : new byte[dice.below(3)]);
      case 18 -> FuzzMessage.of(with(event, inside(dice)));
      default -> dice.oneIn(40) ? ofSize(event, dice) : FuzzMessage.of(twice(event, dice));
    };
  }

  /** The same event, said in another way. */
  private FuzzMessage again(ObjectNode event, Dice dice) {
    String id = BaseEvents.orgAndId(event);
    FuzzMessage copy =
        dice.oneIn(2)
            ? envelope.rightCloudEvent(event)
            : FuzzMessage.of(event.put("unknownField", 1));
    return copy.copyOf(id);
  }

  /** One of many that claim the same id: the first counts, whichever that is. */
  private FuzzMessage ofSharedId(ObjectNode event, Dice dice) {
    event
        .put("orgId", BaseEvents.ORGS.get(0))
        .put("eventId", "shared-" + seed + "-" + dice.below(200));
    return FuzzMessage.of(event).copyOf(BaseEvents.orgAndId(event));
  }

  /** The id that an event of another org has: no reason not to count it. */
  private FuzzMessage ofAnotherOrg(ObjectNode event, int number) {
    return FuzzMessage.of(event.put("eventId", "of-orgs-" + seed + "-" + number / 7))
        .becoming(Fate.STORED)
        .copyOf(BaseEvents.orgAndId(event));
  }

  private FuzzMessage known(Dice dice) {
    HostileMessage message = dice.oneOf(HostileMessage.all(events.begin()));
    return FuzzMessage.of(message.value()).becoming(Fate.rejected(message.reason()));
  }

  private static String inside(Dice dice) {
    return switch (dice.below(4)) {
      case 0 -> HostileJson.deep(UsageLimits.MAX_JSON_DEPTH - 3 + dice.below(5), dice);
      case 1 -> HostileJson.deep(dice.below(50_000), dice);
      case 2 -> HostileJson.wide(1 + dice.below(3_000), dice);
      default ->
          dice.oneIn(10)
              ? HostileJson.wide(1 + dice.below(100_000), dice)
              : "\"" + "x".repeat(dice.below(20_000)) + "\"";
    };
  }

  /** A field that is there two times, in the same or another way. */
  private static String twice(ObjectNode event, Dice dice) {
    return with(event, HostileJson.value(dice).toString())
        .replace(
            "unknownField", dice.oneOf(List.of("orgId", "eventId", "inputTokens", "model", "x")));
  }

  private static String with(ObjectNode event, String value) {
    String text = event.toString();
    return text.substring(0, text.length() - 1) + ",\"unknownField\":" + value + "}";
  }

  private static FuzzMessage ofSize(ObjectNode event, Dice dice) {
    int room = dice.oneOf(SIZES) - with(event, "\"\"").length();
    return FuzzMessage.of(
        dice.oneIn(2)
            ? with(event, "\"" + "x".repeat(room) + "\"")
            : with(event, "\"\"") + " ".repeat(room));
  }
}
