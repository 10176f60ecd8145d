package io.tokenledger.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One object that the chart makes. */
record Manifest(JsonNode json) {

  String kind() {
    return json.at("/kind").asText();
  }

  String apiVersion() {
    return json.at("/apiVersion").asText();
  }

  String name() {
    return json.at("/metadata/name").asText();
  }

  JsonNode labels() {
    return json.at("/metadata/labels");
  }

  boolean isOneOf(String... kinds) {
    return List.of(kinds).contains(kind());
  }

  /** What makes pods; the template is at the same place in all of them. */
  boolean makesPods() {
    return isOneOf("Deployment", "StatefulSet", "Job");
  }

  JsonNode podTemplate() {
    return json.at("/spec/template");
  }

  Stream<JsonNode> containers() {
    return list(podTemplate(), "/spec/containers");
  }

  /** Is written by somebody else than the chart's author, and comes from a file. */
  boolean isFromFile() {
    return kind().equals("PrometheusRule") || name().contains("-dashboard-");
  }

  static Stream<JsonNode> list(JsonNode node, String pointer) {
    return StreamSupport.stream(node.at(pointer).spliterator(), false);
  }

  @Override
  public String toString() {
    return kind() + " " + name();
  }
}
