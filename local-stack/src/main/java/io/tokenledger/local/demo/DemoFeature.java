package io.tokenledger.local.demo;

import java.util.List;
import java.util.Locale;

/** What a conversation is for; each has its own rhythm, and brings text of its own along. */
enum DemoFeature {
  CHAT(2, 9, 45_000, 900, 700, List.of("assist")),
  PLAYGROUND(1, 4, 60_000, 200, 500, List.of("trial")),
  EXPERIMENT(12, 40, 700, 9_000, 0, List.of("evaluation")),
  RAG(2, 6, 20_000, 7_000, 1_500, List.of("search", "answer")),
  TOOLS(5, 24, 6_000, 52_000, 2_800, List.of("plan", "implement", "implement", "review")),
  EMBEDDING(3, 20, 400, 8_000, 0, List.of("index")),
  IMAGES(1, 5, 40_000, 0, 0, List.of("draft"));

  private final int fewestCalls;
  private final int mostCalls;
  private final int pauseMillis;
  private final int firstTokens;
  private final int tokensPerCall;
  private final List<String> categories;

  DemoFeature(
      int fewestCalls,
      int mostCalls,
      int pauseMillis,
      int firstTokens,
      int tokensPerCall,
      List<String> categories) {
    this.fewestCalls = fewestCalls;
    this.mostCalls = mostCalls;
    this.pauseMillis = pauseMillis;
    this.firstTokens = firstTokens;
    this.tokensPerCall = tokensPerCall;
    this.categories = categories;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  int fewestCalls() {
    return fewestCalls;
  }

  int mostCalls() {
    return mostCalls;
  }

  /** Typical time from one call to the next. */
  int pauseMillis() {
    return pauseMillis;
  }

  /**
   * What the n-th call of a conversation sends besides what is asked: instructions, files, results
   * of tools, and what was said before.
   */
  long broughtTokens(int call) {
    return firstTokens + (long) tokensPerCall * call;
  }

  /** Of the n-th call of a conversation. */
  String category(int call) {
    return categories.get(call % categories.size());
  }

  String activity(int call) {
    return switch (this) {
      case TOOLS ->
          "agent." + List.of("planner", "implementer", "tester", "reviewer").get(call % 4);
      default -> code() + "." + category(call);
    };
  }

  /** Whether the n-th call embeds text rather than answers. */
  boolean embeds(int call) {
    return this == EMBEDDING || this == RAG && call % 2 == 0;
  }
}
