package io.tokenledger.ingest.intake.litellm;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what LiteLLM sends. */
@ApplicationScoped
class LiteLlmMetrics {

  private final Counter accepted;
  private final Counter notCounted;
  private final Counter rejected;
  private final Counter unknownCallTypes;

  LiteLlmMetrics(MeterRegistry meters) {
    this.accepted = elements("accepted", meters);
    this.notCounted = elements("not_counted", meters);
    this.rejected = elements("rejected", meters);
    this.unknownCallTypes =
        Counter.builder("tokenledger.intake.litellm.unknown.call.types")
            .description("Calls of LiteLLM that are counted, though their call_type is not known")
            .register(meters);
  }

  private static Counter elements(String outcome, MeterRegistry meters) {
    return Counter.builder("tokenledger.intake.litellm.elements")
        .description("Elements that LiteLLM sent, by what became of them")
        .tag("outcome", outcome)
        .register(meters);
  }

  void count(Tally tally) {
    accepted.increment(tally.events().size());
    notCounted.increment(tally.notCountedInAll());
    rejected.increment(tally.rejectedInAll());
    unknownCallTypes.increment(tally.unknownCallTypes());
  }
}
