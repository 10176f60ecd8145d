package io.tokenledger.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.Ports;
import io.tokenledger.local.process.ProcessIdentity;
import io.tokenledger.local.process.Readiness;
import io.tokenledger.local.process.StackState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells which components run and whether they do their work. */
@Command(name = "status", description = "Tells what runs and whether it is ready.")
final class StatusCommand implements Callable<Integer> {

  @Mixin private DataOption data;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  /**
   * @param pid null when it does not run
   */
  record Line(String name, Long pid, String url, boolean ready) {}

  @Override
  public Integer call() throws JsonProcessingException {
    Optional<StackState> state = data.state();
    List<CompletableFuture<Line>> asked =
        Arrays.stream(Component.values())
            .map(component -> CompletableFuture.supplyAsync(() -> line(component, state)))
            .toList();
    List<Line> lines = asked.stream().map(CompletableFuture::join).toList();
    System.out.println(json ? json(lines) : table(lines));
    return 0;
  }

  private Line line(Component component, Optional<StackState> state) {
    Ports ports = new Ports(state.map(StackState::portBase).orElse(Ports.DEFAULT_BASE));
    LedgerAccess access = new LedgerAccess(data.directory(), ports);
    Optional<ProcessIdentity> process = state.flatMap(running -> running.running(component));
    boolean ready = process.isPresent() && isReady(component, access, ports);
    return new Line(
        component.label(),
        process.map(ProcessIdentity::pid).orElse(null),
        url(component, access),
        ready);
  }

  private static String url(Component component, LedgerAccess access) {
    return access.url(component);
  }

  private static boolean isReady(Component component, LedgerAccess access, Ports ports) {
    Readiness readiness =
        component.isService()
            ? Readiness.ofService(access.managementUrl(component))
            : Readiness.ofPort(ports.of(component));
    try {
      return readiness.isReady();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String json(List<Line> lines) throws JsonProcessingException {
    Map<String, List<Line>> answer = new LinkedHashMap<>();
    answer.put("components", lines);
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(answer);
  }

  private String table(List<Line> lines) {
    StringBuilder text = new StringBuilder();
    text.append(String.format("%-17s %8s  %-10s %s%n", "COMPONENT", "PID", "STATE", "ADDRESS"));
    for (Line line : lines) {
      String pid = line.pid() == null ? "-" : line.pid().toString();
      String word = line.ready() ? "ready" : line.pid() == null ? "stopped" : "not ready";
      text.append(String.format("%-17s %8s  %-10s %s%n", line.name(), pid, word, line.url()));
    }
    return text.append("Data and logs: ").append(data.directory().root()).toString();
  }
}
