package io.tokenledger.acceptance.ledger;

import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.postgres.AccessDirectory;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * An API token for calls through the gateway, made as an admin of the org makes one.
 *
 * @param adminToken with which the admin signs in
 */
public record GatewayKey(String orgId, String adminToken, String secret) {

  private static final int CREATED = 201;
  private static final String BODY = "{\"name\":\"calls\",\"scopes\":[\"llm:call\"]}";

  /** Makes the org and its admin as well. */
  public static GatewayKey make(LedgerAccess access, String orgId) throws SQLException {
    String admin = "admin-of-" + orgId;
    try (AccessDirectory directory = new AccessDirectory(access.database())) {
      directory.putOrg(orgId, orgId);
      directory.putUser(admin, admin, "");
      directory.putMember(orgId, admin, "admin");
    }
    Api api = new Api(access);
    String adminToken = api.token(admin, Map.of(), List.of());
    Api.Answer made =
        api.call(Component.USAGE_QUERY, "POST", "/orgs/" + orgId + "/api-tokens", adminToken, BODY);
    if (made.status() != CREATED) {
      throw new IllegalStateException("No API token was made: " + made);
    }
    return new GatewayKey(orgId, adminToken, made.json().required("token").textValue());
  }
}
