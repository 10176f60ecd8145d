package io.tokenledger.client.springai;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.tokenledger.client.MeteredCall;
import io.tokenledger.client.UsageContext;
import io.tokenledger.client.UsageTracker;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Function;
import org.springframework.ai.model.observation.ModelObservationContext;

/**
 * Records each call of Spring AI's chat and embedding models, with the provider's own usage block
 * where Spring AI hands it on. As a bean it is registered by Spring Boot; elsewhere by {@code
 * registry.observationConfig().observationHandler(handler)}. Calls of chat clients and advisors
 * repeat those of models, and are not recorded. Nothing of what people wrote is sent.
 *
 * <p>Tried with Spring AI 2.0.1, whose streams tell neither the cache nor the provider's block:
 * they are recorded as partial.
 */
public final class TokenledgerObservationHandler
    implements ObservationHandler<ModelObservationContext<?, ?>> {

  private static final Logger LOG = System.getLogger(TokenledgerObservationHandler.class.getName());

  private final UsageTracker tracker;
  private final Function<ModelObservationContext<?, ?>, UsageContext> contexts;

  /** Records calls of the tracker's org, without a user. */
  public TokenledgerObservationHandler(UsageTracker tracker) {
    this(tracker, observed -> UsageContext.empty());
  }

  /**
   * @param contexts says of each call by whom it is and what for; asked in the thread that calls
   *     the model
   */
  public TokenledgerObservationHandler(
      UsageTracker tracker, Function<ModelObservationContext<?, ?>, UsageContext> contexts) {
    this.tracker = tracker;
    this.contexts = contexts;
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return ObservedCall.isKnown(context);
  }

  @Override
  public void onStart(ModelObservationContext<?, ?> observed) {
    observed.put(Started.class, new Started(tracker.begin(null, null), contextOf(observed)));
  }

  /** Micrometer hands what a handler throws to the program, so nothing is thrown. */
  private UsageContext contextOf(ModelObservationContext<?, ?> observed) {
    try {
      UsageContext context = contexts.apply(observed);
      return context == null ? UsageContext.empty() : context;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "By whom a call is cannot be told.", e);
      return UsageContext.empty();
    }
  }

  @Override
  public void onStop(ModelObservationContext<?, ?> observed) {
    Started started = observed.get(Started.class);
    if (started != null) {
      try {
        record(observed, started);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "The usage of a call cannot be read.", e);
        started.call.close();
      }
    }
  }

  private static void record(ModelObservationContext<?, ?> observed, Started started) {
    ObservedCall call = ObservedCall.of(observed);
    String provider = observed.getOperationMetadata().provider();
    UsageContext told = UsageContext.of(Providers.of(provider), call.model()).or(call.otherwise());
    call.into(started.call.event().context(started.context.or(told)), observed.getError());
    if (observed.getError() == null) {
      started.call.succeeded();
    } else {
      started.call.failed(observed.getError());
    }
  }

  private record Started(MeteredCall call, UsageContext context) {}
}
