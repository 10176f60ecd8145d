package io.tokenledger.bench.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/**
 * The events of the benchmark: 500 orgs with Zipf-distributed traffic, 1 % sent twice, 0.1 %
 * invalid; about 400 bytes each. The same seed gives the same events.
 */
public final class Workload {

  private static final int ORGS = 500;
  private static final int USERS_PER_ORG = 40;
  private static final int CONVERSATIONS_PER_ORG = 120;
  private static final int STORIES_PER_ORG = 20;
  private static final String[][] MODELS = {
    {"openai", "gpt-4o"},
    {"openai", "gpt-4o-mini"},
    {"openai", "gpt-5"},
    {"anthropic", "claude-sonnet-4-5"},
    {"anthropic", "claude-haiku-4-5"},
    {"google", "gemini-2.5-pro"},
    {"groq", "llama-3.3-70b-versatile"},
    {"acme", "house-model"}
  };
  private static final String[] FEATURES = {"chat", "chat", "chat", "rag", "tools", "playground"};

  private final Random random;
  private final EventIds ids;
  private final double[] orgShares = new double[ORGS];
  private byte[] last;
  private long accepted;
  private long repeated;

  public Workload(long seed) {
    this(seed, EventIds.UUIDV7);
  }

  Workload(long seed, EventIds ids) {
    random = new Random(seed);
    this.ids = ids;
    double sum = 0;
    for (int org = 0; org < ORGS; org++) {
      sum += 1.0 / (org + 1);
      orgShares[org] = sum;
    }
  }

  /** Events given out so far that the ledger must count: neither repeated nor invalid. */
  public long accepted() {
    return accepted;
  }

  /** Events given out so far that repeat the one before. */
  long repeated() {
    return repeated;
  }

  public byte[] next() {
    int dice = random.nextInt(1000);
    if (dice < 10 && last != null) {
      repeated++;
      return last;
    }
    if (dice == 10) {
      return "{\"eventId\":\"broken\",\"orgId\":\"org-1\"}".getBytes(StandardCharsets.UTF_8);
    }
    accepted++;
    last = event().getBytes(StandardCharsets.UTF_8);
    return last;
  }

  /**
   * A conversation belongs to one user, who stays with one model and feature there; calls of tools
   * work on a story.
   */
  private String event() {
    int org = org();
    int conversation = random.nextInt(CONVERSATIONS_PER_ORG);
    String[] model = MODELS[conversation % MODELS.length];
    String feature = FEATURES[conversation % FEATURES.length];
    Instant now = Instant.now();
    int input = 20 + random.nextInt(4000);
    return """
    {"eventId":"%s","orgId":"org-%d","userId":"user-%d-%d","provider":"%s","modelName":"%s",\
    "feature":"%s","inputTokens":%d,"outputTokens":%d,"cacheReadTokens":%d,"durationMs":%d,\
    "success":%b,"conversationId":"conversation-%d-%d",%s"occurredAt":"%s"}"""
        .formatted(
            ids.at(now, random),
            org,
            org,
            conversation % USERS_PER_ORG,
            model[0],
            model[1],
            feature,
            input,
            random.nextInt(900),
            random.nextInt(input),
            100 + random.nextInt(8000),
            random.nextInt(50) != 0,
            org,
            conversation,
            feature.equals("tools") ? story(conversation) : "",
            now);
  }

  private static String story(int conversation) {
    return "\"metadata\":{\"storyId\":\"S-%d\"},".formatted(conversation % STORIES_PER_ORG);
  }

  private int org() {
    double point = random.nextDouble() * orgShares[ORGS - 1];
    int found = Arrays.binarySearch(orgShares, point);
    return Math.min(ORGS - 1, found >= 0 ? found : -found - 1);
  }
}
