package io.tokenledger.service.testing.simulation;

import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Runs a simulation with many seeds. {@code -Dsimulation.seeds=FROM-TO} runs others than the usual
 * ones; a single one is {@code N-N}.
 */
public final class Seeds {

  private static final String PROPERTY = "simulation.seeds";
  private static final String USUAL = "0-99999";

  private Seeds() {}

  /**
   * @param simulation throws an AssertionError when a promise is broken
   * @throws AssertionError tells the first seed that fails, and what happened
   */
  public static void assertAllPass(Consumer<Chance> simulation) {
    String[] range = System.getProperty(PROPERTY, USUAL).split("-");
    firstFailing(Long.parseLong(range[0]), Long.parseLong(range[1]), simulation)
        .ifPresent(seed -> fail(seed, simulation));
  }

  /**
   * @throws AssertionError when none of the first {@code within} seeds fails
   */
  public static void assertCaught(int within, Consumer<Chance> mutant) {
    if (firstFailing(0, within - 1L, mutant).isEmpty()) {
      throw new AssertionError("the mutant lives through " + within + " seeds");
    }
  }

  private static OptionalLong firstFailing(long from, long to, Consumer<Chance> simulation) {
    if (!passes(from, simulation)) { // Alone: Mutiny loads its plug-ins at the first use.
      return OptionalLong.of(from);
    }
    return LongStream.rangeClosed(from + 1, to)
        .parallel()
        .filter(seed -> !passes(seed, simulation))
        .findFirst();
  }

  /** An exception is a mistake of the simulation, and catches no mutant. */
  private static boolean passes(long seed, Consumer<Chance> simulation) {
    try {
      simulation.accept(new Chance(seed, false));
      return true;
    } catch (AssertionError e) {
      return false;
    } catch (RuntimeException e) {
      throw new IllegalStateException("seed " + seed, e);
    }
  }

  private static void fail(long seed, Consumer<Chance> simulation) {
    Chance chance = new Chance(seed, true);
    try {
      simulation.accept(chance);
    } catch (AssertionError e) {
      String message = "seed %d: %s%n  %s".formatted(seed, e.getMessage(), chance.story());
      throw new AssertionError(message, e);
    }
    throw new AssertionError("seed " + seed + " failed, and not when it was run again");
  }
}
