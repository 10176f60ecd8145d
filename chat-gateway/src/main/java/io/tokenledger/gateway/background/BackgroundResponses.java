package io.tokenledger.gateway.background;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.tokenledger.gateway.accounting.EndedCall;
import io.tokenledger.gateway.accounting.How;
import io.tokenledger.gateway.accounting.Ledger;
import io.tokenledger.gateway.answer.Reading;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Responses in the background, from their reservation to their event. */
@Startup // so that its counter is told of before there is anything to count
@ApplicationScoped
public class BackgroundResponses {

  private static final Logger LOG = Logger.getLogger(BackgroundResponses.class);
  private static final String CANCELLED = "cancelled";
  private static final Set<String> OVER = Set.of("completed", "failed", "incomplete", CANCELLED);

  /** It becomes a part of a path. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  private final PendingResponses responses;
  private final Ledger ledger;
  private final Counter lost;

  BackgroundResponses(PendingResponses responses, Ledger ledger, MeterRegistry meters) {
    this.responses = responses;
    this.ledger = ledger;
    this.lost =
        Counter.builder("tokenledger.gateway.background.lost")
            .description("Responses in the background of which nobody knows what they used")
            .register(meters);
  }

  /** False where as many of the org are pending as may be; fails where that cannot be said. */
  public Future<Boolean> reserve(PendingResponse response) {
    return responses.reserve(response);
  }

  /**
   * The provider has told its id. Once this is done, the response is accounted for whatever becomes
   * of the gateway.
   */
  public Future<Void> name(PendingResponse response, String responseId) {
    return responses.name(response, responseId);
  }

  /** The provider has made none. */
  public void forget(PendingResponse response) {
    responses
        .forget(response)
        .onFailure(failure -> LOG.warnf("A reservation stays for a while: %s", failure));
  }

  public Future<Optional<PendingResponse>> find(String orgId, String responseId) {
    return responses.find(orgId, responseId);
  }

  /** Whether it can be asked for by that. */
  public static boolean isId(String responseId) {
    return ID.matcher(responseId).matches();
  }

  /** Whether an answer said that the response has ended. */
  public static boolean isOver(Reading reading) {
    return reading.status().filter(OVER::contains).isPresent();
  }

  /**
   * Somebody saw it end. Where this fails, it is seen again by the next who looks.
   *
   * @param duration empty where nobody knows when it ended
   */
  public Future<Void> ended(
      PendingResponse response, Reading reading, Optional<Duration> duration) {
    boolean cancelled = reading.status().filter(CANCELLED::equals).isPresent();
    return ended(response, reading, cancelled ? How.CANCELLED : How.COMPLETED, duration);
  }

  /** Nobody will see it end. */
  Future<Void> lost(PendingResponse response, How how) {
    lost.increment();
    return ended(response, Reading.NONE, how, Optional.empty());
  }

  private Future<Void> ended(
      PendingResponse response, Reading reading, How how, Optional<Duration> duration) {
    if (response.isSent()) {
      return Future.succeededFuture();
    }
    return ledger
        .event(response.call().get(), new EndedCall(reading, how, duration, Optional.empty()))
        .compose(event -> settle(response, event));
  }

  private Future<Void> settle(PendingResponse response, byte[] event) {
    return responses
        .settle(response, event)
        .compose(first -> first ? send(response, event) : Future.succeededFuture());
  }

  /**
   * Its event goes into the journal; twice if this gateway dies in between, with the same bytes.
   */
  Future<Void> send(PendingResponse response, byte[] event) {
    return ledger
        .record(response.call().orElseThrow(), event)
        .compose(recorded -> responses.sent(response));
  }
}
