package io.tokenledger.service.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What an API token may be made for, always within its own org. Nothing here lets a token manage
 * members, settings or tokens, and nothing may be added that does.
 */
public enum ApiScope {
  ANALYTICS_READ(
      "analytics:read", EnumSet.of(OrgPermission.ANALYTICS_READ, OrgPermission.OWN_READ)),
  ANALYTICS_EXPORT("analytics:export", EnumSet.of(OrgPermission.ANALYTICS_EXPORT)),
  EVENTS_WRITE("events:write", EnumSet.noneOf(OrgPermission.class)),
  PRICES_READ("prices:read", EnumSet.noneOf(OrgPermission.class)),

  /** Calls of models through chat-gateway, and nothing that the ledger tells. */
  LLM_CALL("llm:call", EnumSet.noneOf(OrgPermission.class));

  private final String code;
  private final Set<OrgPermission> permissions;

  ApiScope(String code, Set<OrgPermission> permissions) {
    this.code = code;
    this.permissions = permissions;
  }

  public String code() {
    return code;
  }

  boolean permits(OrgPermission permission) {
    return permissions.contains(permission);
  }

  /** The scope of a request or a row; a name we do not know is no scope. */
  public static Optional<ApiScope> ofCode(String code) {
    return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
  }
}
