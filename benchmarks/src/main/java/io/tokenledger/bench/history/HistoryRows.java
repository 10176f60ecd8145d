package io.tokenledger.bench.history;

import static java.util.stream.Collectors.joining;

import io.tokenledger.events.TokenClass;
import io.tokenledger.local.demo.UuidV7;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/**
 * Raw events of the past as lines of COPY: 500 orgs with Zipf-distributed traffic, 40 users, three
 * models, 120 conversations a week and 20 stories each. The same seed gives the same rows.
 */
public final class HistoryRows {

  static final String COLUMNS =
      "event_key, org_id, event_id, occurred_at, recorded_at, user_id, provider, model_name,"
          + " feature, activity, category, request_count, "
          + TokenClass.ALL.stream().map(TokenClass::column).collect(joining(", "))
          + ", usage_source, service_tier, cost_nanos, cost_status, price_version, duration_ms, success, error_message,"
          + " conversation_id, message_id, tags, payload_hash, source_topic_id, source_partition,"
          + " source_offset";

  public static final int ORGS = 500;

  private static final int USERS_PER_ORG = 40;
  private static final int CONVERSATIONS_PER_WEEK = 120;
  private static final int STORIES_PER_ORG = 20;
  private static final String TOPIC_ID = "00000000-0000-4000-8000-00000000be9c";
  private static final int MODELS_PER_ORG = 3;
  private static final String[] MODELS = {
    "openai\tgpt-4o",
    "openai\tgpt-4o-mini",
    "openai\tgpt-5",
    "anthropic\tclaude-sonnet-4-5",
    "anthropic\tclaude-haiku-4-5",
    "google\tgemini-2.5-pro",
    "groq\tllama-3.3-70b-versatile"
  };
  private static final String[] FEATURES = {"chat", "chat", "chat", "rag", "tools", "playground"};

  private final Random random;
  private final double[] orgShares = new double[ORGS];
  private long offset;

  public HistoryRows(long seed) {
    random = new Random(seed);
    double sum = 0;
    for (int org = 0; org < ORGS; org++) {
      sum += 1.0 / (org + 1);
      orgShares[org] = sum;
    }
  }

  /** The next row; recorded so long ago that a rebuild counts it. */
  String next(Instant occurredAt) {
    int org = nextOrg();
    int talk = random.nextInt(CONVERSATIONS_PER_WEEK);
    String id = UuidV7.at(occurredAt, random);
    String feature = FEATURES[talk % FEATURES.length];
    long week = occurredAt.getEpochSecond() / Duration.ofDays(7).toSeconds();
    return String.join(
        "\t",
        id,
        "org-" + org,
        id,
        occurredAt.toString(),
        occurredAt.minus(Duration.ofDays(1)).toString(),
        "user-" + org + "-" + talk % USERS_PER_ORG,
        MODELS[(org + talk % MODELS_PER_ORG) % MODELS.length],
        feature,
        "agent." + talk % 5,
        "phase-" + talk % 3,
        "1",
        tokens(feature),
        "reported\tstandard",
        Integer.toString(random.nextInt(30_000_000)),
        "priced\tbench",
        Integer.toString(100 + random.nextInt(8_000)),
        random.nextInt(50) == 0 ? "f\tupstream failed" : "t\t",
        "conversation-" + org + "-" + week + "-" + talk,
        "",
        feature.equals("tools") ? "{\"storyId\":\"S-" + talk % STORIES_PER_ORG + "\"}" : "\\N",
        "0\t" + TOPIC_ID + "\t0",
        offset++ + "\n");
  }

  private String tokens(String feature) {
    int input = 20 + random.nextInt(4_000);
    Map<TokenClass, Integer> used =
        Map.of(
            TokenClass.INPUT,
            input,
            TokenClass.OUTPUT,
            random.nextInt(900),
            TokenClass.CACHE_READ,
            random.nextInt(input),
            TokenClass.EMBEDDING,
            feature.equals("rag") ? 120 : 0);
    return TokenClass.ALL.stream()
        .map(each -> used.getOrDefault(each, 0).toString())
        .collect(joining("\t"));
  }

  /** An org, those with much traffic more often. */
  public int nextOrg() {
    double point = random.nextDouble() * orgShares[ORGS - 1];
    int found = Arrays.binarySearch(orgShares, point);
    return Math.min(ORGS - 1, found >= 0 ? found : -found - 1);
  }
}
