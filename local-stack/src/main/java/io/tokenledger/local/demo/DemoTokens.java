package io.tokenledger.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.random.RandomGenerator;

/** Token counts, latency and outcome of one call. */
final class DemoTokens {

  private static final int FAILURES_PER_THOUSAND = 20;
  private static final int PERCENT = 100;

  private static final List<String> ERRORS =
      List.of(
          "429 Too Many Requests: rate limit reached",
          "503 Service Unavailable: the model is overloaded",
          "400 Bad Request: context_length_exceeded",
          "timeout: no answer within 60 s");

  private final DemoModel model;
  private final TraceCall sample;
  private final int call;
  private final RandomGenerator random;

  DemoTokens(DemoModel model, TraceCall sample, int call, RandomGenerator random) {
    this.model = model;
    this.sample = sample;
    this.call = call;
    this.random = random;
  }

  void putInto(ObjectNode event, boolean embeds) {
    boolean fails = random.nextInt(1_000) < FAILURES_PER_THOUSAND;
    event.put("success", !fails);
    if (fails) {
      event.put("errorMessage", ERRORS.get(random.nextInt(ERRORS.size())));
      event.put("durationMs", random.nextInt(50, 60_000));
    } else if (embeds) {
      event.put("embeddingTokens", sample.contextTokens());
      event.put("durationMs", random.nextInt(30, 400));
    } else {
      putAnswer(event);
    }
  }

  private void putAnswer(ObjectNode event) {
    long reasoning = model.reasoning() ? sample.generatedTokens() * random.nextInt(1, 4) : 0;
    long output = sample.generatedTokens() + reasoning;
    event.put("inputTokens", sample.contextTokens());
    event.put("outputTokens", output);
    if (reasoning > 0) {
      event.put("reasoningTokens", reasoning);
    }
    putCache(event);
    long firstToken = random.nextInt(180, 1_400);
    event.put("timeToFirstTokenMs", firstToken);
    event.put("durationMs", firstToken + output * random.nextInt(6, 28));
  }

  /** The first call of a conversation fills the cache, the later ones read from it. */
  private void putCache(ObjectNode event) {
    long cached = sample.contextTokens() * random.nextInt(40, 90) / PERCENT;
    if (model.caching() && call > 0) {
      event.put("cacheReadTokens", cached);
    } else if (model.cacheWrites()) {
      event.put("cacheWriteTokens", cached);
    }
  }
}
