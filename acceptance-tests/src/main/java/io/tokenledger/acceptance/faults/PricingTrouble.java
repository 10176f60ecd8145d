package io.tokenledger.acceptance.faults;

import static org.awaitility.Awaitility.await;

import io.tokenledger.acceptance.ledger.PricingProxy;
import io.tokenledger.local.Component;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** usage-ingest hears of a new price book, asks for it, and gets a bad answer or none. */
record PricingTrouble(PricingProxy.Mode mode) implements Fault {

  private static final Duration ASKED_WITHIN = Duration.ofSeconds(30);
  private static final Duration TAKEN_WITHIN = Duration.ofSeconds(60);
  private static final Duration LASTS = Duration.ofSeconds(2);

  @Override
  public String kind() {
    return "pricing-service " + mode.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<Component> hits() {
    // One that starts now would have to believe the outdated book: it knows no other.
    return mode == PricingProxy.Mode.OUTDATED
        ? Set.of(Component.PRICING_SERVICE, Component.USAGE_INGEST)
        : Set.of(Component.PRICING_SERVICE);
  }

  @Override
  public void inflict(FaultContext context) throws InterruptedException {
    PricingProxy pricing = context.ledger().pricing();
    pricing.be(mode);
    try {
      announce(context);
      await("usage-ingest asks for the price book")
          .atMost(ASKED_WITHIN)
          .until(() -> pricing.asked() > 0);
      context.flow(context.upTo(LASTS));
    } finally {
      pricing.be(PricingProxy.Mode.WELL);
    }
    announce(context);
  }

  /** Another fault may keep pricing-service from taking the change at first. */
  private static void announce(FaultContext context) {
    await("a change of the price book")
        .atMost(TAKEN_WITHIN)
        .ignoreExceptions()
        .until(
            () -> {
              context.ledger().prices().changeAnother();
              return true;
            });
  }
}
