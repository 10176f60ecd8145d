package io.tokenledger.query.tokens;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.ColumnTransformer;

/** The columns of access.api_token that are about calls of models. */
@Embeddable
class CallColumns {

  @Column(name = "user_id", nullable = false)
  String userId;

  @Column(name = "user_from_request", nullable = false)
  boolean userFromRequest;

  /** Goes and comes as text: the client would take a text for a JSON string. */
  @Column(name = "tags", nullable = false)
  @ColumnTransformer(read = "cast(tags as text)", write = "cast(cast(? as text) as jsonb)")
  String tags;

  @Column(name = "feature", nullable = false)
  String feature;

  @Column(name = "models", nullable = false)
  String[] models;

  @Column(name = "upstreams", nullable = false)
  String[] upstreams;

  static CallColumns of(CallTerms terms) {
    CallColumns columns = new CallColumns();
    columns.userId = terms.userId().orElse("");
    columns.userFromRequest = terms.userFromRequest();
    columns.tags = new JsonObject(new HashMap<>(terms.tags())).encode();
    columns.feature = terms.feature().orElse("");
    columns.models = terms.models().toArray(String[]::new);
    columns.upstreams = terms.upstreams().toArray(String[]::new);
    return columns;
  }

  CallTerms toTerms() {
    Map<String, String> byKey = new HashMap<>();
    new JsonObject(tags).forEach(tag -> byKey.put(tag.getKey(), tag.getValue().toString()));
    return new CallTerms(
        Optional.of(userId).filter(id -> !id.isEmpty()),
        userFromRequest,
        byKey,
        Optional.of(feature).filter(name -> !name.isEmpty()),
        List.of(models),
        List.of(upstreams));
  }

  /** What the audit log keeps beside the user, whom erasure must find. */
  Map<String, Object> toAudit() {
    Map<String, Object> audit = new LinkedHashMap<>();
    audit.put("userFromRequest", userFromRequest);
    audit.put("tags", new JsonObject(tags));
    audit.put("feature", feature);
    audit.put("models", List.of(models));
    audit.put("upstreams", List.of(upstreams));
    return audit;
  }
}
