package io.tokenledger.local.process;

import io.tokenledger.local.Component;
import io.tokenledger.local.StackException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts the components in their order and keeps them running until they are to stop. */
public final class Supervisor {

  /**
   * What a stage needs is in the stages before it; within a stage all start together. The services
   * wait for one another themselves.
   */
  private static final List<List<Component>> STAGES =
      List.of(List.of(Component.KAFKA, Component.POSTGRES), Component.services());

  private static final Duration START_TIMEOUT = Duration.ofSeconds(120);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);

  private final Map<Component, SupervisedComponent> components = new EnumMap<>(Component.class);
  private final Progress progress;

  public Supervisor(List<ComponentPlan> plans, StateFile state, Progress progress) {
    this.progress = progress;
    for (ComponentPlan plan : plans) {
      components.put(
          plan.component(),
          new SupervisedComponent(
              plan,
              progress,
              (component, process) -> state.change(now -> now.with(component, process))));
    }
  }

  /**
   * Returns when every component is ready.
   *
   * @throws StackException with the reason when one is not; what has started runs on
   */
  public void start() throws InterruptedException {
    for (List<Component> stage : STAGES) {
      Map<Component, Future<Duration>> starts = new EnumMap<>(Component.class);
      stage.forEach(component -> starts.put(component, components.get(component).start()));
      for (Component component : stage) {
        await(component, starts.get(component));
      }
    }
  }

  public SupervisedComponent component(Component component) {
    return components.get(component);
  }

  /** Stops the services together, then Kafka, then PostgreSQL. */
  public void stop() throws InterruptedException {
    components.values().forEach(SupervisedComponent::retire);
    List<Thread> services = Component.services().stream().map(this::stopInBackground).toList();
    for (Thread service : services) {
      service.join();
    }
    components.get(Component.KAFKA).stop(STOP_PATIENCE);
    components.get(Component.POSTGRES).stop(STOP_PATIENCE);
  }

  private Thread stopInBackground(Component service) {
    Thread thread =
        new Thread(
            () -> {
              try {
                components.get(service).stop(STOP_PATIENCE);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "stop " + service.label());
    thread.start();
    return thread;
  }

  private void await(Component component, Future<Duration> start) throws InterruptedException {
    try {
      Duration took = start.get(START_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      progress.say(
          String.format(
              Locale.ROOT, "  %-17s ready %5.1f s", component.label(), took.toMillis() / 1e3));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StackException reason
          ? reason
          : new StackException(component.label() + " failed: " + e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new StackException(
          component.label() + " was not ready within " + START_TIMEOUT.toSeconds() + " s.", e);
    }
  }
}
