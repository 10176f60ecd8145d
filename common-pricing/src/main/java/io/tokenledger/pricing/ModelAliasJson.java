package io.tokenledger.pricing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One alias of the price document; {@code target} is null where the alias ends. */
final class ModelAliasJson {

  private static final String TARGET = "target";

  private ModelAliasJson() {}

  static ObjectNode encode(ModelAlias alias) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", alias.id()).put("bookVersion", alias.bookVersion());
    json.put("orgId", alias.orgId()).put("provider", alias.provider());
    json.put("alias", alias.alias());
    json.put("effectiveFrom", alias.effectiveFrom().toString());
    json.put("recordedAt", alias.recordedAt().toString());
    json.set(TARGET, alias.target().map(ModelAliasJson::encode).orElse(null));
    return json;
  }

  static ModelAlias decode(EntryReader entry) {
    return new ModelAlias(
        entry.name("id"),
        entry.wholeNumber("bookVersion"),
        entry.text("orgId"),
        entry.name("provider"),
        entry.name("alias"),
        entry.instant("effectiveFrom"),
        entry.instant("recordedAt"),
        entry.isNull(TARGET) ? Optional.empty() : Optional.of(target(entry.child(TARGET))));
  }

  private static ObjectNode encode(ModelAlias.Target target) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("provider", target.provider())
        .put("modelName", target.modelName());
  }

  private static ModelAlias.Target target(EntryReader target) {
    return new ModelAlias.Target(target.name("provider"), target.name("modelName"));
  }
}
