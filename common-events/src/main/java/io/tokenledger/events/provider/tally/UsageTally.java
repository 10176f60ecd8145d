package io.tokenledger.events.provider.tally;

import static io.tokenledger.events.TokenClass.CACHE_READ;
import static io.tokenledger.events.TokenClass.CACHE_READ_AUDIO;
import static io.tokenledger.events.TokenClass.CACHE_READ_IMAGE;
import static io.tokenledger.events.TokenClass.CACHE_WRITE;
import static io.tokenledger.events.TokenClass.CACHE_WRITE_1H;
import static io.tokenledger.events.TokenClass.EMBEDDING;
import static io.tokenledger.events.TokenClass.IMAGE_OUTPUT;
import static io.tokenledger.events.TokenClass.INPUT;
import static io.tokenledger.events.TokenClass.OUTPUT;
import static io.tokenledger.events.TokenClass.REASONING;

import io.tokenledger.events.Money;
import io.tokenledger.events.TokenClass;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.UsageLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Collects what a family reads, then settles it: parts that exceed their total are cut to it and
 * noted as a doubt, because recorded responses of real providers contain them. Totals are never
 * changed: they are what is billed.
 */
public final class UsageTally {

  private static final int MAX_NOTES = 16;

  /** By the ordinals of the classes. */
  private final long[] counts = new long[TokenClass.ALL.size()];

  private OptionalLong costNanos = OptionalLong.empty();
  private Optional<String> serviceTier = Optional.empty();
  private Optional<String> speed = Optional.empty();
  private Optional<String> inferenceGeo = Optional.empty();
  private final Map<String, BigDecimal> units = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private boolean complete = true;

  /** All input tokens, parts included. */
  public UsageTally input(long tokens) {
    return put(INPUT, tokens);
  }

  /** All output tokens, parts included. */
  public UsageTally output(long tokens) {
    return put(OUTPUT, tokens);
  }

  public UsageTally cache(long read, CacheWrites writes) {
    return put(CACHE_READ, read)
        .put(CACHE_WRITE, writes.written())
        .put(CACHE_WRITE_1H, writes.oneHour());
  }

  public UsageTally embedding(long tokens) {
    return put(EMBEDDING, tokens);
  }

  /** What a subtraction leaves below zero is nothing. */
  public UsageTally part(TokenClass of, long tokens) {
    return put(of, Math.max(0, tokens));
  }

  /** Of a model that has no other output. */
  public UsageTally allOutputIs(TokenClass part) {
    return put(part, counts[OUTPUT.ordinal()]);
  }

  /** Where there is output besides the reasoning, and none of it is told to be images. */
  public UsageTally doubtKindOfOutput(String sentence) {
    boolean open = counts[OUTPUT.ordinal()] > counts[REASONING.ordinal()];
    return open && counts[IMAGE_OUTPUT.ordinal()] == 0 ? doubt(sentence) : this;
  }

  private UsageTally put(TokenClass one, long tokens) {
    counts[one.ordinal()] = tokens;
    return this;
  }

  /** Of the cache reads; the media that were read are no input of their own. */
  public UsageTally cachedMedia(long audio, long images) {
    return part(CACHE_READ_AUDIO, audio).part(CACHE_READ_IMAGE, images);
  }

  public UsageTally cost(BigDecimal usd) {
    if (usd.compareTo(Money.usdFromNanos(UsageLimits.MAX_COST_NANOS)) > 0) {
      throw new UnknownUsageShapeException("cost is above the limit of one call");
    }
    costNanos = OptionalLong.of(Money.nanosFromUsd(usd));
    return this;
  }

  /** One of the tiers that have prices of their own; the last one said counts. */
  public UsageTally tier(String tier) {
    serviceTier = Optional.of(tier);
    return this;
  }

  /** What else multiplies the price; an empty text says nothing. */
  public UsageTally served(String speed, String inferenceGeo) {
    this.speed = word("speed", speed);
    this.inferenceGeo = word("inference_geo", inferenceGeo);
    return this;
  }

  private static Optional<String> word(String field, String value) {
    if (value.length() > UsageLimits.MAX_SERVING) {
      throw new UnknownUsageShapeException(
          field + " is longer than " + UsageLimits.MAX_SERVING + " characters");
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(value.toLowerCase(Locale.ROOT));
  }

  public UsageTally unit(String name, long count) {
    return unit(name, BigDecimal.valueOf(count));
  }

  public UsageTally unit(String name, BigDecimal quantity) {
    if (quantity.signum() > 0) {
      units.put(name, quantity);
    }
    return this;
  }

  /** The same of a unit that is told twice: what was counted first stays. */
  public UsageTally unitUnlessCounted(String name, long count) {
    return units.containsKey(name) ? this : unit(name, count);
  }

  /**
   * @param name empty for what is not billed
   */
  public UsageTally addToUnit(String name, long count) {
    if (!name.isEmpty() && count > 0) {
      units.merge(name, BigDecimal.valueOf(count), BigDecimal::add);
    }
    return this;
  }

  /** A note of what the counts leave open, so that they are not the whole and exact usage. */
  public UsageTally doubt(String sentence) {
    complete = false;
    return note(sentence);
  }

  /** A note of how the counts came about; they are whole. */
  public UsageTally note(String sentence) {
    if (notes.size() < MAX_NOTES) {
      notes.add(sentence);
    }
    return this;
  }

  public NormalizedUsage settle() {
    TokenClass.BY_TOTAL.forEach(this::settle);
    TokenCounts tokens = TokenCounts.inOrder(counts);
    return new NormalizedUsage(
        tokens, units, costNanos, serviceTier, speed, inferenceGeo, complete, notes);
  }

  private void settle(TokenClass one) {
    if (one.total().isPresent()) {
      cut(one, one.total().get());
    } else if (counts[one.ordinal()] > UsageLimits.MAX_TOKENS) {
      throw new UnknownUsageShapeException(
          one.code() + " tokens are above " + UsageLimits.MAX_TOKENS);
    }
  }

  /** To what the parts before it leave of the total. */
  private void cut(TokenClass part, TokenClass total) {
    List<TokenClass> before = total.parts().subList(0, total.parts().indexOf(part));
    long left = counts[total.ordinal()];
    for (TokenClass each : before) {
      left -= counts[each.ordinal()];
    }
    long count = counts[part.ordinal()];
    if (count > left) {
      String whole = before.isEmpty() ? "the " : "what is left of the ";
      doubt("%s of %d cut to %d, %s%s".formatted(part.code(), count, left, whole, total.code()));
      counts[part.ordinal()] = left;
    }
  }
}
