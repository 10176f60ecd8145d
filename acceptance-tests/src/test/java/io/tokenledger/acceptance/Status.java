package io.tokenledger.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tokenledger.local.Component;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What {@code ./tokenledger status --json} said. */
final class Status {

  private final List<JsonNode> components = new ArrayList<>();

  Status(RunningLedger ledger) {
    try {
      JsonNode answer = new ObjectMapper().readTree(ledger.command().run("status", "--json"));
      answer.required("components").forEach(components::add);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> names() {
    return components.stream().map(each -> each.required("name").textValue()).toList();
  }

  List<String> notReady() {
    return components.stream()
        .filter(each -> !each.required("ready").booleanValue())
        .map(each -> each.required("name").textValue())
        .toList();
  }

  List<Long> pids() {
    return components.stream()
        .filter(each -> each.required("pid").isNumber())
        .map(each -> each.required("pid").longValue())
        .toList();
  }

  Map<Component, Long> processes() {
    Map<Component, Long> processes = new EnumMap<>(Component.class);
    List.of(Component.values()).forEach(each -> processes.put(each, pid(each)));
    return processes;
  }

  long pid(Component component) {
    return components.stream()
        .filter(each -> each.required("name").textValue().equals(component.label()))
        .findFirst()
        .orElseThrow()
        .required("pid")
        .longValue();
  }
}
