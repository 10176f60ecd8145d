package io.tokenledger.acceptance.truth;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;

/** Makes events; the same seed makes the same ones. */
public final class SampleEvents {

  private static final List<String> FEATURES = List.of("chat", "rag", "tools");

  private final Random random;
  private final List<String> orgs;
  private final Instant from;
  private final long rangeMillis;
  private final boolean withOwnModel;
  private long made;

  /** Events of these orgs, spread evenly and in no order over the time given. */
  public SampleEvents(long seed, List<String> orgs, Instant from, Duration range) {
    this(seed, orgs, from, range, false);
  }

  /**
   * @param withOwnModel also of {@link ModelPrices#OWN}, whose price must have been set
   */
  public SampleEvents(
      long seed, List<String> orgs, Instant from, Duration range, boolean withOwnModel) {
    this.random = new Random(seed);
    this.orgs = List.copyOf(orgs);
    this.from = from.truncatedTo(ChronoUnit.MILLIS);
    this.rangeMillis = range.toMillis();
    this.withOwnModel = withOwnModel;
  }

  public SampleEvent next() {
    made++;
    Instant occurredAt = from.plusMillis(random.nextLong(rangeMillis));
    boolean embedding = random.nextInt(10) == 0;
    ModelPrices model = embedding ? ModelPrices.EMBEDDING : chatModel();
    return new SampleEvent(
        made % 2 == 0 ? uuidV7(occurredAt) : "call-" + made,
        oneOf(orgs),
        "user-" + random.nextInt(40),
        "conversation-" + random.nextInt(300),
        "S-" + random.nextInt(25),
        model,
        embedding ? "embedding" : oneOf(FEATURES),
        random.nextInt(20) == 0 ? random.nextInt(5) : 1,
        random.nextInt(25) != 0,
        embedding ? Tokens.embedded(random.nextLong(8_000)) : tokensOf(model),
        random.nextInt(50) == 0 ? OptionalLong.of(random.nextLong(90_000)) : OptionalLong.empty(),
        occurredAt,
        0,
        false);
  }

  private ModelPrices chatModel() {
    return withOwnModel && random.nextInt(4) == 0 ? ModelPrices.OWN : oneOf(ModelPrices.CHAT);
  }

  /** Audio, images, and text embedded beside a chat, only where these have prices of their own. */
  private Tokens tokensOf(ModelPrices model) {
    boolean own = model == ModelPrices.OWN;
    long input = random.nextInt(30) == 0 ? random.nextLong(400_000) : random.nextLong(6_000);
    long output = random.nextLong(2_000);
    long cacheRead = random.nextBoolean() ? random.nextLong(input + 1) : 0;
    long cacheWrite = random.nextInt(3) == 0 ? random.nextLong(input - cacheRead + 1) : 0;
    long cacheWrite1h = random.nextBoolean() ? random.nextLong(cacheWrite + 1) : 0;
    long reasoning = random.nextBoolean() ? random.nextLong(output + 1) : 0;
    long audioInput = own ? random.nextLong(input - cacheRead - cacheWrite + 1) : 0;
    long audioOutput = own ? random.nextLong(output - reasoning + 1) : 0;
    long cachedAudio = own ? random.nextLong(cacheRead + 1) : 0;
    return new Tokens(
        input,
        output,
        cacheRead,
        cacheWrite,
        cacheWrite1h,
        audioInput,
        reasoning,
        audioOutput,
        own ? random.nextLong(500) : 0,
        own ? random.nextLong(input - cacheRead - cacheWrite - audioInput + 1) : 0,
        own ? random.nextLong(output - reasoning - audioOutput + 1) : 0,
        cachedAudio,
        own ? random.nextLong(cacheRead - cachedAudio + 1) : 0);
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** RFC 9562, section 5.7. */
  private String uuidV7(Instant time) {
    long high = time.toEpochMilli() << 16 | 0x7000L | random.nextLong() & 0x0fffL;
    long low = 0x8000_0000_0000_0000L | random.nextLong() & 0x3fff_ffff_ffff_ffffL;
    return new UUID(high, low).toString();
  }
}
