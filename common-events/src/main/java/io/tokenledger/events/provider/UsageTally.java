package io.tokenledger.events.provider;

import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.UsageLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Collects what a family reads, then settles it: parts that exceed their total are cut to it and
 * noted as a doubt, because recorded responses of real providers contain them. Totals are never
 * changed: they are what is billed.
 */
final class UsageTally {

  private static final int MAX_NOTES = 16;

  private long input;
  private long output;
  private long cacheRead;
  private long cacheWrite;
  private long cacheWrite1h;
  private long audioInput;
  private long reasoning;
  private long audioOutput;
  private long embedding;
  private OptionalLong costMicros = OptionalLong.empty();
  private final Map<String, BigDecimal> units = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private boolean complete = true;

  /** All input tokens, parts included. */
  UsageTally input(long tokens) {
    input = tokens;
    return this;
  }

  /** All output tokens, parts included. */
  UsageTally output(long tokens) {
    output = tokens;
    return this;
  }

  UsageTally cache(long read, long write, long write1h) {
    cacheRead = read;
    cacheWrite = write;
    cacheWrite1h = write1h;
    return this;
  }

  /** Audio that was not read from the cache: cached audio is billed as a cache read. */
  UsageTally audioInput(long tokens) {
    audioInput = Math.max(0, tokens);
    return this;
  }

  UsageTally reasoning(long tokens) {
    reasoning = tokens;
    return this;
  }

  UsageTally audioOutput(long tokens) {
    audioOutput = tokens;
    return this;
  }

  UsageTally embedding(long tokens) {
    embedding = tokens;
    return this;
  }

  UsageTally cost(BigDecimal usd) {
    if (usd.compareTo(BigDecimal.valueOf(UsageLimits.MAX_COST_MICROS, 6)) > 0) {
      throw new UnknownUsageShapeException("cost is above the limit of one call");
    }
    costMicros = OptionalLong.of(UsageNumber.micros(usd));
    return this;
  }

  UsageTally unit(String name, long count) {
    return unit(name, BigDecimal.valueOf(count));
  }

  UsageTally unit(String name, BigDecimal quantity) {
    if (quantity.signum() > 0) {
      units.put(name, quantity);
    }
    return this;
  }

  /** A note of what the counts leave open, so that they are not the whole and exact usage. */
  UsageTally doubt(String sentence) {
    complete = false;
    return note(sentence);
  }

  /** A note of how the counts came about; they are whole. */
  UsageTally note(String sentence) {
    if (notes.size() < MAX_NOTES) {
      notes.add(sentence);
    }
    return this;
  }

  NormalizedUsage settle(Optional<String> serviceTier) {
    bounded("input", input);
    bounded("output", output);
    bounded("embedding", embedding);
    cacheRead = within("cache read", cacheRead, "input", input);
    cacheWrite = within("cache write", cacheWrite, "input not read from cache", input - cacheRead);
    cacheWrite1h = within("1 h cache write", cacheWrite1h, "cache write", cacheWrite);
    audioInput =
        within("audio input", audioInput, "uncached input", input - cacheRead - cacheWrite);
    reasoning = within("reasoning", reasoning, "output", output);
    audioOutput = within("audio output", audioOutput, "visible output", output - reasoning);
    return new NormalizedUsage(tokens(), units, costMicros, serviceTier, complete, notes);
  }

  private TokenCounts tokens() {
    return new TokenCounts(
        input,
        output,
        cacheRead,
        cacheWrite,
        cacheWrite1h,
        audioInput,
        reasoning,
        audioOutput,
        embedding);
  }

  private long within(String part, long count, String whole, long limit) {
    if (count <= limit) {
      return count;
    }
    doubt("%s of %d cut to %d, the %s".formatted(part, count, limit, whole));
    return limit;
  }

  private static void bounded(String total, long count) {
    if (count > UsageLimits.MAX_TOKENS) {
      throw new UnknownUsageShapeException(total + " tokens are above " + UsageLimits.MAX_TOKENS);
    }
  }
}
