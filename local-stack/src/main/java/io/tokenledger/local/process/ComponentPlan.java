package io.tokenledger.local.process;

import io.tokenledger.local.Component;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How one component is run.
 *
 * @param command asked for at every start, so that it may prepare what the process needs
 * @param environment added to the supervisor's own
 * @param readiness asked until it says yes
 * @param afterReady done once, before what depends on the component is started
 * @param longestRestartWait how long to wait, at most, before the next start of what keeps failing
 * @param log what the process writes, appended
 */
public record ComponentPlan(
    Component component,
    Step<List<String>> command,
    Map<String, String> environment,
    Readiness readiness,
    Step<Void> afterReady,
    Duration longestRestartWait,
    Path log) {

  /** Something that may fail for a reason the person at the screen should read. */
  @FunctionalInterface
  public interface Step<T> {
    T run() throws Exception;
  }
}
