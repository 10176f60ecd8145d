package io.tokenledger.acceptance.fuzz.requests;

import io.tokenledger.acceptance.fuzz.Dice;
import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.postgres.AccessDirectory;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Header lines of callers who may something, and of such who claim it. */
final class Credentials {

  /** The org that the hostile callers belong to. */
  static final String ORG = "fuzz-org";

  private static final String BEARER = "Authorization: Bearer ";

  private final List<String> right;
  private final List<String> wrong;

  private Credentials(List<String> right, List<String> wrong) {
    this.right = right;
    this.wrong = wrong;
  }

  /** Makes the memberships, too. */
  static Credentials of(LedgerAccess access) throws SQLException {
    try (AccessDirectory directory = new AccessDirectory(access.database())) {
      directory.putOrg(ORG, ORG);
      for (String role : List.of("owner", "admin", "member")) {
        directory.putUser("fuzz-" + role, role, "");
        directory.putMember(ORG, "fuzz-" + role, role);
      }
    }
    Api api = new Api(access);
    String writer = api.token("fuzz-writer", Map.of(ORG, "member"), List.of("events:write"));
    String owner = api.token("fuzz-owner", Map.of(ORG, "owner"), List.of("events:write"));
    String admin = api.token("fuzz-admin", Map.of(ORG, "admin"), List.of());
    String superadmin = api.superadmin();
    return new Credentials(
        List.of(
            owner,
            owner,
            admin,
            writer,
            superadmin,
            superadmin,
            api.token("fuzz-member", Map.of(ORG, "member"), List.of()),
            api.token("fuzz-stranger", Map.of("another", "owner"), List.of("events:write"))),
        wrong(
            owner,
            access.token("fuzz-owner", Map.of(), List.of("superadmin"), Duration.ofHours(-1))));
  }

  /** No line at all, or one or more. */
  List<String> lines(Dice dice) {
    if (!dice.oneIn(8)) {
      return List.of(BEARER + dice.oneOf(right));
    }
    return switch (dice.below(3)) {
      case 0 -> List.of();
      case 1 -> List.of(BEARER + dice.oneOf(right), BEARER + dice.oneOf(right));
      default -> List.of(dice.oneOf(wrong));
    };
  }

  private static List<String> wrong(String token, String expired) {
    String[] parts = token.split("\\.");
    return List.of(
        BEARER + expired,
        BEARER,
        "Authorization:",
        "Authorization: Basic YTpi",
        "Authorization: bearer " + token,
        BEARER + token + " " + token,
        BEARER + parts[0] + "." + parts[1] + ".",
        BEARER + parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse(),
        BEARER + encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".",
        BEARER + encoded("{\"alg\":\"HS256\",\"kid\":\"../../x\"}") + "." + parts[1] + ".AAAA",
        BEARER
            + encoded("{\"alg\":\"RS256\",\"jku\":\"http://127.0.0.1/\"}")
            + "."
            + parts[1]
            + ".AAAA",
        BEARER + "....",
        BEARER + "tl_" + "a".repeat(43),
        BEARER + "x".repeat(6_000),
        BEARER + "x".repeat(60_000),
        BEARER + "\u00e4\u00f6\u0001");
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
