package io.tokenledger.query.tokens;

import io.tokenledger.service.access.ApiScope;
import io.tokenledger.service.access.ApiTokenSecret;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A row of access.api_token. */
@Entity
@Table(schema = "access", name = "api_token")
class ApiTokenRow {

  @Id
  @Column(name = "token_id")
  UUID tokenId;

  @Column(name = "org_id", nullable = false)
  String orgId;

  @Column(name = "name", nullable = false)
  String name;

  @Column(name = "hint", nullable = false)
  String hint;

  @Column(name = "secret_hash", nullable = false)
  byte[] secretHash;

  @Column(name = "scopes", nullable = false)
  String scopes;

  @Column(name = "created_by", nullable = false)
  String createdBy;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;

  @Column(name = "expires_at", nullable = false)
  Instant expiresAt;

  @Column(name = "last_used_at")
  Instant lastUsedAt;

  @Embedded CallColumns calls;

  static ApiTokenRow of(
      String orgId, ApiTokenDraft draft, String secret, String createdBy, Instant now) {
    ApiTokenRow row = new ApiTokenRow();
    row.tokenId = UUID.randomUUID();
    row.orgId = orgId;
    row.name = draft.name();
    row.hint = ApiTokenSecret.hint(secret);
    row.secretHash = ApiTokenSecret.hash(secret);
    row.scopes =
        draft.scopes().stream().map(ApiScope::code).sorted().collect(Collectors.joining(" "));
    row.createdBy = createdBy;
    row.createdAt = now;
    row.expiresAt = draft.expiresAt();
    row.calls = CallColumns.of(draft.calls());
    return row;
  }

  /** A scope that is no more is not told. */
  ApiTokenAnswer toAnswer() {
    List<String> known =
        Arrays.stream(scopes.split(" "))
            .filter(code -> ApiScope.ofCode(code).isPresent())
            .distinct()
            .sorted()
            .toList();
    CallTerms terms = calls.toTerms();
    return new ApiTokenAnswer(
        tokenId,
        name,
        hint,
        known,
        createdBy,
        createdAt,
        expiresAt,
        Optional.ofNullable(lastUsedAt),
        terms.userId(),
        terms.userFromRequest(),
        terms.tags(),
        terms.feature(),
        terms.models(),
        terms.upstreams());
  }

  /**
   * What the audit log keeps of it, as {@code old} or {@code new}: neither secret nor hash. The
   * user stands beside it, where erasure finds them.
   */
  Map<String, Object> toAudit(String which) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("tokenId", tokenId.toString());
    values.put("name", name);
    values.put("hint", hint);
    values.put("scopes", scopes);
    values.put("expiresAt", expiresAt.toString());
    if (makesCalls()) {
      values.putAll(calls.toAudit());
    }
    return calls.userId.isEmpty()
        ? Map.of(which, values)
        : Map.of("userId", calls.userId, which, values);
  }

  private boolean makesCalls() {
    return List.of(scopes.split(" ")).contains(ApiScope.LLM_CALL.code());
  }
}
