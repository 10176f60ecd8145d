package io.tokenledger.events.provider;

import io.tokenledger.events.PlainText;
import io.tokenledger.events.provider.tally.UsageBlock;
import io.tokenledger.events.provider.tally.UsageTally;
import java.util.List;
import java.util.Locale;

/**
 * The steps of a call, {@code usage.iterations}. Their type decides: steps of the model itself are
 * in the totals, a compaction is billed and in none of them (Anthropic's documentation of
 * compaction, "Understanding usage"), an advisor is another model with prices of its own. A type
 * nobody knows is left out and told.
 */
final class AnthropicIterations {

  private static final String SERVED_BY_ANOTHER = "fallback_message";

  private AnthropicIterations() {}

  /** What the same model used that the totals leave out. */
  static AnthropicCounts besidesTheTotals(UsageBlock usage, UsageTally tally) {
    List<UsageBlock> iterations = usage.parts("iterations");
    boolean fellBack =
        iterations.stream().anyMatch(step -> step.text("type").equals(SERVED_BY_ANOTHER));
    AnthropicCounts beside = AnthropicCounts.NONE;
    for (UsageBlock step : iterations) {
      AnthropicCounts counts = AnthropicCounts.of(step);
      switch (step.text("type")) {
        case "compaction" -> beside = beside.plus(counts);
        case "message" -> noteDeclined(fellBack, step, counts, tally);
        case SERVED_BY_ANOTHER -> noteServing(step, tally);
        default -> doubt(step, counts, tally);
      }
    }
    if (beside.input() + beside.output() > 0) {
      String sentence = "added to the totals: %d input and %d output tokens of compaction";
      tally.note(sentence.formatted(beside.input(), beside.output()));
    }
    usage.repeats("iterations");
    return beside;
  }

  /** Before a fallback served, the model that was asked declined; that is not in the totals. */
  private static void noteDeclined(
      boolean fellBack, UsageBlock step, AnthropicCounts counts, UsageTally tally) {
    if (fellBack && counts.input() + counts.output() > 0) {
      String sentence = "declined and not counted: %d input and %d output tokens%s";
      tally.note(sentence.formatted(counts.input(), counts.output(), ofModel(step)));
    }
  }

  /** The totals are those of the model that served, so they have its prices. */
  private static void noteServing(UsageBlock step, UsageTally tally) {
    String asked = step.origin().modelName();
    String served = step.text("model").toLowerCase(Locale.ROOT);
    if (!asked.isEmpty()
        && !served.isEmpty()
        && !asked.contains(served)
        && !served.contains(asked)) {
      tally.doubt("the totals are%s, which served".formatted(ofModel(step)));
    }
  }

  private static void doubt(UsageBlock step, AnthropicCounts counts, UsageTally tally) {
    if (counts.input() + counts.output() > 0) {
      String sentence = "not in the totals: %d input and %d output tokens%s";
      tally.doubt(sentence.formatted(counts.input(), counts.output(), ofModel(step)));
    }
  }

  private static String ofModel(UsageBlock step) {
    String model = PlainText.of(step.text("model"));
    return model.isEmpty() ? " of type " + PlainText.of(step.text("type")) : " of model " + model;
  }
}
