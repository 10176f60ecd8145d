package io.tokenledger.local.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A model the demo platform calls.
 *
 * @param weight how often it is chosen, relative to the others
 * @param caching whether its provider reports tokens read from a prompt cache
 * @param cacheWrites whether it reports tokens written to one, too
 * @param reasoning whether it thinks before it answers
 */
record DemoModel(
    String provider,
    String name,
    int weight,
    boolean caching,
    boolean cacheWrites,
    boolean reasoning) {

  static final DemoModel EMBEDDING =
      new DemoModel("openai", "text-embedding-3-small", 0, false, false, false);

  static final DemoModel IMAGES = new DemoModel("openai", "gpt-image-1", 0, false, false, false);

  /** Most have a public price; a local model and one of the company's own have none. */
  private static final List<DemoModel> CHAT =
      List.of(
          new DemoModel("openai", "gpt-4o", 18, true, false, false),
          new DemoModel("openai", "gpt-4o-mini", 22, true, false, false),
          new DemoModel("openai", "o4-mini", 8, true, false, true),
          new DemoModel("anthropic", "claude-sonnet-4-5", 30, true, true, false),
          new DemoModel("anthropic", "claude-opus-4-5", 7, true, true, false),
          new DemoModel("anthropic", "claude-haiku-4-5", 10, true, true, false),
          new DemoModel("google", "gemini-2.5-flash", 9, true, false, true),
          new DemoModel("google", "gemini-2.5-pro", 4, true, false, true),
          new DemoModel("groq", "llama-3.3-70b-versatile", 5, false, false, false),
          new DemoModel("ollama", "llama3.1:8b", 3, false, false, false),
          new DemoModel("internal", "aurora-7b-preview", 1, false, false, false));

  /** Whether its provider searches the web for it, and takes money for each search. */
  boolean searches() {
    return provider.equals("anthropic") || provider.equals("google");
  }

  static DemoModel pick(RandomGenerator random) {
    int left = random.nextInt(CHAT.stream().mapToInt(DemoModel::weight).sum());
    for (DemoModel model : CHAT) {
      left -= model.weight;
      if (left < 0) {
        return model;
      }
    }
    throw new IllegalStateException("weights");
  }
}
