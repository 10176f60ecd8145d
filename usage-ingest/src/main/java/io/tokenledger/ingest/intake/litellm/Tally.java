package io.tokenledger.ingest.intake.litellm;

import io.tokenledger.events.PlainText;
import io.tokenledger.ingest.intake.ValidEvent;
import io.tokenledger.ingest.intake.litellm.LiteLlmAnswer.Detail;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What becomes of the elements of a request, while they are read. */
final class Tally {

  private static final int MOST_DETAILS = 20;

  private final List<ValidEvent> events = new ArrayList<>();
  private final SortedMap<String, Integer> notCounted = new TreeMap<>();
  private final SortedMap<String, Integer> rejected = new TreeMap<>();
  private final List<Detail> details = new ArrayList<>();
  private int unknownCallTypes;

  void accept(ValidEvent event) {
    events.add(event);
  }

  void notCounted(int index, Payload payload, String reason, String detail) {
    notCounted.merge(reason, 1, Integer::sum);
    tell(index, payload, reason, detail);
  }

  /**
   * @param payload null for what is none
   */
  void reject(int index, Payload payload, String code, String detail) {
    rejected.merge(code, 1, Integer::sum);
    tell(index, payload, code, detail);
  }

  /** It is counted nevertheless. */
  void unknownCallType(int index, Payload payload, String callType) {
    unknownCallTypes++;
    tell(
        index,
        payload,
        "unknown_call_type",
        "the call_type '" + PlainText.of(callType) + "' is not known; it is counted");
  }

  private void tell(int index, Payload payload, String code, String detail) {
    if (details.size() < MOST_DETAILS) {
      String id = payload == null ? null : payload.text("id").map(PlainText::of).orElse(null);
      details.add(new Detail(index, id, code, detail));
    }
  }

  List<ValidEvent> events() {
    return events;
  }

  int unknownCallTypes() {
    return unknownCallTypes;
  }

  int notCountedInAll() {
    return sum(notCounted);
  }

  int rejectedInAll() {
    return sum(rejected);
  }

  boolean isEmpty() {
    return events.isEmpty() && notCounted.isEmpty() && rejected.isEmpty();
  }

  /** Nothing of it was understood: the sender is set up wrongly, and should see an error. */
  boolean isWithoutSense() {
    return events.isEmpty() && notCounted.isEmpty();
  }

  private static int sum(SortedMap<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  LiteLlmAnswer toAnswer() {
    return new LiteLlmAnswer(events.size(), notCounted, rejected, details);
  }
}
