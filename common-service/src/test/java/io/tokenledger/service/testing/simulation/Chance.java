package io.tokenledger.service.testing.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Every choice of one simulation, all of them a consequence of its seed. */
public final class Chance {

  private final SplittableRandom random;
  private final List<String> story;

  /**
   * @param telling keeps what happened, which a run of many seeds has no time for
   */
  Chance(long seed, boolean telling) {
    this.random = new SplittableRandom(seed);
    this.story = telling ? new ArrayList<>() : null;
  }

  /** From 0 to {@code bound - 1}. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  public boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Adds to the story of a seed that failed. */
  public void tell(String who, Object what) {
    if (story != null) {
      story.add(who + ": " + what);
    }
  }

  String story() {
    return String.join("\n  ", story);
  }
}
