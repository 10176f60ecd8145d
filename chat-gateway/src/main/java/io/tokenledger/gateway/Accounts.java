package io.tokenledger.gateway;

import io.tokenledger.gateway.accounting.EndedCall;
import io.tokenledger.gateway.accounting.How;
import io.tokenledger.gateway.accounting.StartedCall;
import io.tokenledger.gateway.metrics.GatewayMetrics;
import io.tokenledger.gateway.pump.Ending;
import io.tokenledger.gateway.request.Asked;
import io.tokenledger.gateway.request.Attribution;
import io.tokenledger.gateway.request.Metering;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What the ledger and the metrics hear of a call. */
final class Accounts {

  private static final int BAD_REQUEST = 400;

  private Accounts() {}

  /**
   * @param estimateBilled whether tokens that nobody reported cost the org something
   */
  static StartedCall started(Call call, boolean estimateBilled) {
    Asked asked = call.asked.orElseThrow();
    return new StartedCall(
        EventIds.at(call.cameAt.toEpochMilli()),
        0,
        call.key.orgId(),
        call.key.tokenId(),
        call.upstream.name(),
        call.upstream.provider(),
        call.model,
        call.target.operation().label(),
        Attribution.of(call.request().headers(), asked, call.key),
        call.cameAt,
        asked.units(),
        asked.input(),
        asked.serviceTier(),
        estimateBilled);
  }

  static EndedCall ended(Call call, Outcome outcome) {
    return new EndedCall(
        call.reading(),
        how(outcome),
        Optional.of(Duration.between(call.cameAt, Instant.now())),
        outcome.timeToFirstByte());
  }

  static void count(Call call, Outcome outcome, GatewayMetrics metrics) {
    String upstream = call.upstream == null ? GatewayMetrics.NO_UPSTREAM : call.upstream.name();
    boolean refusedHere = outcome.refusal().isPresent() && outcome.ending() == Ending.NOT_SENT;
    metrics.ended(
        upstream, refusedHere ? "refused" : how(outcome).kind().name().toLowerCase(Locale.ROOT));
    if (!refusedHere) {
      metrics.overhead(call.time.spent());
      outcome.timeToFirstByte().ifPresent(metrics::firstByte);
    }
    if (call.target.metering() == Metering.UNKNOWN && !refusedHere) {
      metrics.unmetered(upstream);
    }
    if (call.isMetered() && outcome.status() > 0 && outcome.status() < BAD_REQUEST) {
      boolean units = call.asked.filter(asked -> !asked.units().isEmpty()).isPresent();
      metrics.usage(upstream, units || !call.reading().usageChunks().isEmpty());
    }
  }

  private static How how(Outcome outcome) {
    return switch (outcome.ending()) {
      case NOT_SENT -> How.NOT_SENT;
      case CLIENT_GONE -> How.CLIENT_GONE;
      case UPSTREAM_BROKE -> How.UPSTREAM_BROKE;
      case TIMED_OUT -> How.TIMED_OUT;
      case KEY_ENDED -> How.KEY_ENDED;
      case GATEWAY_STOPPED -> How.GATEWAY_STOPPED;
      case COMPLETED ->
          outcome.status() >= BAD_REQUEST ? How.upstreamRefused(outcome.status()) : How.COMPLETED;
    };
  }
}
