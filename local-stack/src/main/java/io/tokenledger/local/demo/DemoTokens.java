package io.tokenledger.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;

/** Token counts, latency and outcome of one call. */
final class DemoTokens {

  private static final int FAILURES_PER_THOUSAND = 20;

  /** A cache forgets after some minutes. */
  private static final int FORGOTTEN_PER_HUNDRED = 12;

  /** Providers keep no shorter text. */
  private static final int LEAST_CACHED = 1_024;

  private static final int SEARCHES_ONE_IN = 8;

  /** The trace is of chats; code is longer than an answer. */
  private static final int CODE_TIMES = 3;

  /** What one picture of 1024x1024 takes, in low, medium and high quality. */
  private static final List<Integer> PICTURE_TOKENS = List.of(272, 1_056, 1_056, 4_160);

  private static final List<String> ERRORS =
      List.of(
          "429 Too Many Requests: rate limit reached",
          "503 Service Unavailable: the model is overloaded",
          "400 Bad Request: context_length_exceeded",
          "timeout: no answer within 60 s");

  private final DemoModel model;
  private final DemoFeature feature;
  private final TraceCall sample;
  private final int call;
  private final RandomGenerator random;

  DemoTokens(
      DemoModel model, DemoFeature feature, TraceCall sample, int call, RandomGenerator random) {
    this.model = model;
    this.feature = feature;
    this.sample = sample;
    this.call = call;
    this.random = random;
  }

  void putInto(ObjectNode event) {
    boolean fails = random.nextInt(1_000) < FAILURES_PER_THOUSAND;
    event.put("success", !fails);
    if (fails) {
      event.put("errorMessage", ERRORS.get(random.nextInt(ERRORS.size())));
      event.put("durationMs", random.nextInt(50, 60_000));
    } else if (feature.embeds(call)) {
      event.put("embeddingTokens", feature.broughtTokens(0) + sample.contextTokens());
      event.put("durationMs", random.nextInt(30, 400));
    } else if (feature == DemoFeature.IMAGES) {
      putPicture(event);
    } else {
      putAnswer(event);
    }
  }

  private void putAnswer(ObjectNode event) {
    long reasoning = model.reasoning() ? sample.generatedTokens() * random.nextInt(1, 4) : 0;
    long written = sample.generatedTokens() * (feature == DemoFeature.TOOLS ? CODE_TIMES : 1);
    long output = written + reasoning;
    event.put("inputTokens", feature.broughtTokens(call) + sample.contextTokens());
    event.put("outputTokens", output);
    if (reasoning > 0) {
      event.put("reasoningTokens", reasoning);
    }
    putCache(event);
    if (feature == DemoFeature.EXPERIMENT && model.provider().equals("openai")) {
      event.put("serviceTier", "batch");
    }
    if (feature == DemoFeature.CHAT && model.searches() && random.nextInt(SEARCHES_ONE_IN) == 0) {
      event.putObject("units").put("webSearches", random.nextInt(1, 4));
    }
    long firstToken = random.nextInt(180, 1_400);
    event.put("timeToFirstTokenMs", firstToken);
    event.put("durationMs", firstToken + output * random.nextInt(6, 28));
  }

  /** Drawn, or after the first one changed. */
  private void putPicture(ObjectNode event) {
    int size = PICTURE_TOKENS.get(random.nextInt(PICTURE_TOKENS.size()));
    long changed = call == 0 ? 0 : random.nextInt(300, 800);
    event.put("inputTokens", random.nextInt(20, 200) + changed);
    if (changed > 0) {
      event.put("imageInputTokens", changed);
    }
    event.put("outputTokens", size);
    event.put("imageOutputTokens", size);
    event.put("durationMs", size * random.nextInt(6, 14) + 4_000);
  }

  /** Each call reads what the one before has left in the cache, and adds its own. */
  private void putCache(ObjectNode event) {
    long brought = feature.broughtTokens(call);
    boolean kept = call > 0 && random.nextInt(100) >= FORGOTTEN_PER_HUNDRED;
    long read = kept ? feature.broughtTokens(call - 1) : 0;
    if (!model.caching() || brought < LEAST_CACHED) {
      return;
    }
    if (read >= LEAST_CACHED) {
      event.put("cacheReadTokens", read);
    }
    if (model.cacheWrites() && brought > read) {
      event.put("cacheWriteTokens", brought - read);
    }
  }
}
