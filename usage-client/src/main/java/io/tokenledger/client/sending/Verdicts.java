package io.tokenledger.client.sending;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the ledger's answer means for the events of a batch, and for when to send again. */
final class Verdicts {

  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Pace pace;
  private final Deliveries deliveries;
  private final ForbiddenOrgs forbidden = new ForbiddenOrgs(PATIENCE);

  Verdicts(Pace pace, Deliveries deliveries) {
    this.pace = pace;
    this.deliveries = deliveries;
  }

  /** Whether nothing of the batch has to be sent again. */
  boolean isDone(List<byte[]> events, Answer answer) {
    if (answer instanceof Answer.Taken taken) {
      taken(events, taken);
      return true;
    }
    if (answer instanceof Answer.Later later) {
      retryLater(later.why(), later.after());
      return false;
    }
    if (answer instanceof Answer.Uncompressed) {
      return false;
    }
    if (events.size() > 1) {
      pace.halve(events.size());
      return false;
    }
    return isGivenUp(events.get(0), answer);
  }

  private void taken(List<byte[]> events, Answer.Taken taken) {
    pace.succeeded();
    Set<Integer> refused = new HashSet<>();
    for (Answer.Rejection each : taken.rejected()) {
      if (each.index() >= 0 && each.index() < events.size() && refused.add(each.index())) {
        deliveries.rejected(events.get(each.index()), each.code(), each.detail());
      }
    }
    for (int i = 0; i < events.size(); i++) {
      if (!refused.contains(i)) {
        forbidden.permitted(events.get(i));
      }
    }
    deliveries.accepted(events.size() - refused.size());
  }

  private boolean isGivenUp(byte[] event, Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      deliveries.rejected(event, refused.code(), refused.detail());
      return true;
    }
    String detail = answer instanceof Answer.Forbidden no ? no.detail() : "";
    if (forbidden.isHopeless(event, System.nanoTime())) {
      deliveries.rejected(event, "forbidden", detail);
      return true;
    }
    retryLater("The ledger answered 403: " + detail, Optional.empty());
    return false;
  }

  /**
   * @param after as the ledger asked for
   */
  void retryLater(String why, Optional<Duration> after) {
    pace.failed(after);
    deliveries.failed(why);
  }
}
