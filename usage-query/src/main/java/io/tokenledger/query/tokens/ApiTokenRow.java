package io.tokenledger.query.tokens;

import io.tokenledger.service.access.ApiScope;
import io.tokenledger.service.access.ApiTokenSecret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
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
    return new ApiTokenAnswer(
        tokenId,
        name,
        hint,
        known,
        createdBy,
        createdAt,
        expiresAt,
        Optional.ofNullable(lastUsedAt));
  }

  /** What the audit log keeps of it: neither secret nor hash. */
  Map<String, Object> toAudit() {
    return Map.of(
        "tokenId", tokenId.toString(),
        "name", name,
        "hint", hint,
        "scopes", scopes,
        "expiresAt", expiresAt.toString());
  }
}
