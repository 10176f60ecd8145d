package io.tokenledger.acceptance.truth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The models of the tests and what they cost, in USD per million tokens, as their providers list
 * them; independent of the project's own price list and calculator.
 *
 * @param longContext for calls with more input than {@link #LONG_CONTEXT_ABOVE} tokens
 */
public record ModelPrices(
    String provider, String name, Optional<Prices> prices, Optional<Prices> longContext) {

  static final long LONG_CONTEXT_ABOVE = 200_000;

  private static final BigDecimal NANOS_PER_TOKEN_AND_USD_PER_MILLION = new BigDecimal(1_000);

  public static final List<ModelPrices> CHAT =
      List.of(
          priced("openai", "gpt-4o", prices("2.5", "1.25", "2.5", "2.5", "10")),
          priced("openai", "o3-mini", prices("1.1", "0.55", "1.1", "1.1", "4.4")),
          priced("mistral", "mistral-large-latest", prices("0.5", "0.5", "0.5", "0.5", "1.5")),
          tiered(
              "anthropic",
              "claude-sonnet-4-5",
              prices("3", "0.3", "3.75", "6", "15"),
              prices("6", "0.6", "7.5", "12", "22.5")),
          tiered(
              "google",
              "gemini-2.5-pro",
              prices("1.25", "0.125", "1.25", "1.25", "10"),
              prices("2.5", "0.25", "2.5", "2.5", "15")),
          unpriced("in-house", "house-llama-70b"));

  static final ModelPrices EMBEDDING =
      priced("openai", "text-embedding-3-small", prices("0.02", "0.02", "0.02", "0.02", "0"));

  /**
   * On no public list: whoever uses it sets its price first. Every class has a price of its own.
   */
  public static final ModelPrices OWN =
      priced(
          "in-house",
          "house-omni-1",
          new Prices(
              new BigDecimal("1.7003"),
              new BigDecimal("0.21"),
              new BigDecimal("2.3"),
              new BigDecimal("3.9"),
              new BigDecimal("4.7"),
              new BigDecimal("9.3"),
              new BigDecimal("11.1007"),
              new BigDecimal("19.9"),
              new BigDecimal("0.0601"),
              new BigDecimal("2.9"),
              new BigDecimal("29.0003"),
              new BigDecimal("0.33"),
              new BigDecimal("0.29")));

  /** By token class. */
  public record Prices(
      BigDecimal input,
      BigDecimal cacheRead,
      BigDecimal cacheWrite,
      BigDecimal cacheWrite1h,
      BigDecimal audioInput,
      BigDecimal output,
      BigDecimal reasoning,
      BigDecimal audioOutput,
      BigDecimal embedding,
      BigDecimal imageInput,
      BigDecimal imageOutput,
      BigDecimal cacheReadAudio,
      BigDecimal cacheReadImage) {

    /** As pricing-service is told them. */
    public void putInto(ObjectNode rates) {
      rates
          .put("input", input)
          .put("cacheRead", cacheRead)
          .put("cacheWrite", cacheWrite)
          .put("cacheWrite1h", cacheWrite1h)
          .put("audioInput", audioInput)
          .put("output", output)
          .put("reasoning", reasoning)
          .put("audioOutput", audioOutput)
          .put("embedding", embedding)
          .put("imageInput", imageInput)
          .put("imageOutput", imageOutput)
          .put("cacheReadAudio", cacheReadAudio)
          .put("cacheReadImage", cacheReadImage);
    }
  }

  boolean isPriced() {
    return prices.isPresent();
  }

  /**
   * Nano-dollars, rounded half to even; 0 for a model without a price. What stands for several
   * calls is as long as these are on average.
   */
  long costNanos(Tokens tokens, long calls) {
    boolean isLong = tokens.input() > LONG_CONTEXT_ABOVE * Math.max(1, calls);
    return (isLong ? longContext.or(() -> prices) : prices)
        .map(p -> costNanos(p, tokens))
        .orElse(0L);
  }

  private static long costNanos(Prices prices, Tokens tokens) {
    long cached = tokens.cacheRead() + tokens.cacheWrite();
    long cachedMedia = tokens.cacheReadAudio() + tokens.cacheReadImage();
    long heardOrSeen = tokens.audioInput() + tokens.imageInput();
    long media = tokens.audioOutput() + tokens.imageOutput();
    return cost(tokens.input() - cached - heardOrSeen, prices.input)
        .add(cost(tokens.cacheRead() - cachedMedia, prices.cacheRead))
        .add(cost(tokens.cacheReadAudio(), prices.cacheReadAudio))
        .add(cost(tokens.cacheReadImage(), prices.cacheReadImage))
        .add(cost(tokens.cacheWrite() - tokens.cacheWrite1h(), prices.cacheWrite))
        .add(cost(tokens.cacheWrite1h(), prices.cacheWrite1h))
        .add(cost(tokens.audioInput(), prices.audioInput))
        .add(cost(tokens.imageInput(), prices.imageInput))
        .add(cost(tokens.output() - tokens.reasoning() - media, prices.output))
        .add(cost(tokens.reasoning(), prices.reasoning))
        .add(cost(tokens.audioOutput(), prices.audioOutput))
        .add(cost(tokens.imageOutput(), prices.imageOutput))
        .add(cost(tokens.embedding(), prices.embedding))
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  private static BigDecimal cost(long tokens, BigDecimal usdPerMillion) {
    return BigDecimal.valueOf(tokens)
        .multiply(usdPerMillion)
        .multiply(NANOS_PER_TOKEN_AND_USD_PER_MILLION);
  }

  /** What is not listed costs as much as the class it belongs to. */
  private static Prices prices(
      String input, String cacheRead, String cacheWrite, String cacheWrite1h, String output) {
    return new Prices(
        new BigDecimal(input),
        new BigDecimal(cacheRead),
        new BigDecimal(cacheWrite),
        new BigDecimal(cacheWrite1h),
        new BigDecimal(input),
        new BigDecimal(output),
        new BigDecimal(output),
        new BigDecimal(output),
        new BigDecimal(input),
        new BigDecimal(input),
        new BigDecimal(output),
        new BigDecimal(cacheRead),
        new BigDecimal(cacheRead));
  }

  private static ModelPrices priced(String provider, String name, Prices prices) {
    return new ModelPrices(provider, name, Optional.of(prices), Optional.empty());
  }

  private static ModelPrices tiered(String provider, String name, Prices prices, Prices above) {
    return new ModelPrices(provider, name, Optional.of(prices), Optional.of(above));
  }

  private static ModelPrices unpriced(String provider, String name) {
    return new ModelPrices(provider, name, Optional.empty(), Optional.empty());
  }
}
