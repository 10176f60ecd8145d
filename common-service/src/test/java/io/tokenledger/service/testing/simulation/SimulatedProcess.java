package io.tokenledger.service.testing.simulation;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A process that waits before each of its effects on the world, so that anything else may happen
 * there: others go on, or it dies without the effect, with it, or while the effect is still on its
 * way.
 */
public final class SimulatedProcess {

  private static final Runnable NOTHING = () -> {};

  private final String name;
  private final Chance chance;
  private Step<?> next;

  public SimulatedProcess(String name, Chance chance) {
    this.name = name;
    this.chance = chance;
  }

  /** One effect; the item follows, or the exception that the effect throws. */
  public <T> Uni<T> step(String what, Supplier<T> effect) {
    return step(what, () -> true, effect);
  }

  /**
   * @param ready false while the process has to wait, for a lock or for somebody else's transaction
   */
  public <T> Uni<T> step(String what, BooleanSupplier ready, Supplier<T> effect) {
    return Uni.createFrom().emitter(then -> next = new Step<>(what, ready, effect, then));
  }

  public String name() {
    return name;
  }

  public boolean isIdle() {
    return next == null;
  }

  public boolean canGoOn() {
    return next != null && next.ready.getAsBoolean();
  }

  public void goOn() {
    Step<?> step = taken("");
    step.take();
  }

  /** The effect at hand does not happen. */
  public void die() {
    if (next != null) {
      taken(" does not happen, dies");
    }
  }

  /** The effect at hand happens, and the process does not learn it. */
  public void dieAfterTheEffect() {
    if (next != null) {
      Step<?> step = taken(" happens, dies");
      step.leftBehind(chance).run();
    }
  }

  /**
   * The process does not live to see the effect at hand.
   *
   * @return the effect, which happens whenever it is run, if ever
   */
  public Runnable dieDuringTheEffect() {
    return next == null ? NOTHING : taken(" is on its way, dies").leftBehind(chance);
  }

  private Step<?> taken(String what) {
    Step<?> step = next;
    next = null;
    chance.tell(name, step.what + what);
    return step;
  }

  private record Step<T>(
      String what, BooleanSupplier ready, Supplier<T> effect, UniEmitter<? super T> then) {

    void take() {
      T item;
      try {
        item = effect.get();
      } catch (RuntimeException e) {
        then.fail(e);
        return;
      }
      then.complete(item);
    }

    /** What waits for somebody else is not sent yet, so nothing of it is left. */
    Runnable leftBehind(Chance chance) {
      return () -> {
        if (ready.getAsBoolean()) {
          try {
            effect.get();
            chance.tell("left behind", what);
          } catch (RuntimeException e) {
            chance.tell("left behind", what + " is refused");
          }
        }
      };
    }
  }
}
