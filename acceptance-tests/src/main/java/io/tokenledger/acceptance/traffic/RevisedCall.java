package io.tokenledger.acceptance.traffic;

import io.tokenledger.acceptance.truth.ExpectedUsage;
import io.tokenledger.acceptance.truth.SampleEvent;
import io.tokenledger.acceptance.truth.SampleEvents;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * A call of which more becomes known: its revisions in any order, some of them more than once. The
 * highest that was sent counts.
 */
final class RevisedCall {

  private static final int MOST_REVISIONS = 3;
  private static final int VOID_ONE_OF = 4;

  private final Deque<SampleEvent> copies;
  private SampleEvent highest;

  RevisedCall(String org, SampleEvents events, Random random) {
    SampleEvent first = events.next();
    List<SampleEvent> all = new ArrayList<>(List.of(first.in(org, first.conversationId())));
    int revisions = 1 + random.nextInt(MOST_REVISIONS);
    for (int number = 1; number <= revisions; number++) {
      boolean isVoid = random.nextInt(VOID_ONE_OF) == 0;
      all.add(all.get(0).revised(number, events.next(), isVoid));
    }
    all.add(all.get(random.nextInt(all.size())));
    Collections.shuffle(all, random);
    copies = new ArrayDeque<>(all);
  }

  /** The next copy to send, which counts from here on when it is the highest so far. */
  SampleEvent next(ExpectedUsage truth) {
    SampleEvent copy = copies.pop();
    if (highest == null) {
      truth.add(copy);
      highest = copy;
    } else if (copy.revision() > highest.revision()) {
      truth.replace(highest, copy);
      highest = copy;
    }
    return copy;
  }

  boolean isOver() {
    return copies.isEmpty();
  }
}
