package io.tokenledger.local.process;

import io.tokenledger.local.Component;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What runs for a data directory, kept in a file so that a later command finds it. */
public record StackState(
    ProcessIdentity supervisor,
    int portBase,
    Phase phase,
    Map<Component, ProcessIdentity> components) {

  /** How far the supervisor is. */
  public enum Phase {
    STARTING,
    READY,
    STOPPING
  }

  public StackState {
    components = new EnumMap<>(components.isEmpty() ? new EnumMap<>(Component.class) : components);
  }

  public StackState with(Phase next) {
    return new StackState(supervisor, portBase, next, components);
  }

  public StackState with(Component component, ProcessIdentity process) {
    Map<Component, ProcessIdentity> changed = new EnumMap<>(components);
    changed.put(component, process);
    return new StackState(supervisor, portBase, phase, changed);
  }

  /** The process of a component, if it lives. */
  public Optional<ProcessIdentity> running(Component component) {
    return Optional.ofNullable(components.get(component)).filter(ProcessIdentity::lives);
  }

  /** Whether any process named here still lives. */
  public boolean anythingRuns() {
    return supervisor.lives() || components.values().stream().anyMatch(ProcessIdentity::lives);
  }
}
