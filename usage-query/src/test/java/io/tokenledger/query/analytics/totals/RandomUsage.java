package io.tokenledger.query.analytics.totals;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes up usage; the same seed makes the same. */
final class RandomUsage {

  private static final int MAX_COST_NANOS = 90_000_001;

  private final Random random;
  private final Instant start;
  private final Duration length;

  RandomUsage(long seed, Instant start, Instant end) {
    this.random = new Random(seed);
    this.start = start;
    this.length = Duration.between(start, end);
  }

  List<UsageCase> events(int count) {
    return IntStream.range(0, count).mapToObj(this::event).toList();
  }

  private UsageCase event(int number) {
    int model = random.nextInt(5);
    boolean unpriced = oneIn(15);
    return new UsageCase(
        "random-" + number,
        start.plusMillis((long) (random.nextDouble() * length.toMillis())),
        oneIn(8) ? "" : "user-" + random.nextInt(12),
        List.of("openai", "anthropic").get(model % 2),
        "model-" + model,
        List.of("chat", "rag", "embedding").get(random.nextInt(3)),
        oneIn(3) ? "" : List.of("plan", "build", "Review").get(random.nextInt(3)),
        oneIn(3) ? "" : "agent." + random.nextInt(4),
        tags(),
        oneIn(3) ? "" : "talk-" + random.nextInt(20),
        oneIn(9) ? 3 : 1,
        random.nextInt(5_000),
        random.nextInt(2_000),
        random.nextInt(500),
        random.nextInt(300),
        oneIn(4) ? random.nextInt(800) : 0,
        unpriced ? 0 : random.nextInt(MAX_COST_NANOS),
        unpriced,
        oneIn(6) ? OptionalLong.empty() : OptionalLong.of(random.nextInt(40_000)),
        !oneIn(7));
  }

  private Map<String, Object> tags() {
    Map<String, Object> tags = new HashMap<>();
    if (oneIn(3)) {
      tags.put("storyId", "S-" + random.nextInt(6));
    }
    if (oneIn(5)) {
      tags.put("experimentId", random.nextInt(3));
    }
    return tags;
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }
}
