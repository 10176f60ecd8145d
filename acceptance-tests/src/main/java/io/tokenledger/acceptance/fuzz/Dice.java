package io.tokenledger.acceptance.fuzz;

import java.util.List;
import java.util.Random;

/** Decisions of a seed: the same seed decides the same. */
public final class Dice {

  private final Random random;

  private Dice(Random random) {
    this.random = random;
  }

  /** For the case of this number, whatever the others decided, and in whatever order they run. */
  public static Dice of(long seed, long number) {
    return new Dice(new Random(seed * 1_000_003 + number));
  }

  public <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** True in one of so many cases. */
  public boolean oneIn(int cases) {
    return random.nextInt(cases) == 0;
  }

  /** From 0 to below the bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
