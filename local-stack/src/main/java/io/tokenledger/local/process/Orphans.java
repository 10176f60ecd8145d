package io.tokenledger.local.process;

import io.tokenledger.local.Component;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What runs on when its supervisor was killed. */
public final class Orphans {

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private Orphans() {}

  /** Stops the components of the state that still live, what others need last; tells which. */
  public static List<Component> stop(StackState state) throws InterruptedException {
    List<Component> servicesFirst = new ArrayList<>(Component.services());
    servicesFirst.addAll(List.of(Component.KAFKA, Component.POSTGRES));
    Component.services().forEach(service -> ask(state, service));
    List<Component> stopped = new ArrayList<>();
    for (Component component : servicesFirst) {
      var handle = state.running(component).flatMap(ProcessIdentity::handle);
      if (handle.isPresent()) {
        ProcessStop.gently(component, handle.get(), PATIENCE);
        stopped.add(component);
      }
    }
    return stopped;
  }

  /** All services at once, so that they end while the first of them is waited for. */
  private static void ask(StackState state, Component service) {
    state.running(service).flatMap(ProcessIdentity::handle).ifPresent(ProcessHandle::destroy);
  }
}
