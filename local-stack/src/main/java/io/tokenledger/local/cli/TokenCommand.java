package io.tokenledger.local.cli;

import io.tokenledger.local.Component;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.Ports;
import io.tokenledger.local.StackException;
import io.tokenledger.local.postgres.AccessDirectory;
import io.tokenledger.local.process.StackState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a token to sign in with. */
@Command(name = "token", description = "Prints a signed JWT; with --org makes the membership.")
final class TokenCommand implements Callable<Integer> {

  static final Duration LIFETIME = Duration.ofDays(7);

  private static final List<String> ROLES = List.of("owner", "admin", "billing", "member");
  private static final String SUPERADMIN = "superadmin";

  @Mixin private DataOption data;

  @Option(names = "--user", paramLabel = "U", required = true, description = "The user's id.")
  private String user;

  @Option(names = "--org", paramLabel = "O", description = "Make the user a member of this org.")
  private String org;

  @Option(
      names = "--role",
      paramLabel = "R",
      description = "owner, admin, billing or member (the default).")
  private String role = "member";

  @Option(names = "--superadmin", description = "May do everything.")
  private boolean superadmin;

  @Option(names = "--scope", paramLabel = "S", description = "Such as events:write; repeatable.")
  private List<String> scopes = new ArrayList<>();

  @Override
  public Integer call() {
    if (!ROLES.contains(role)) {
      throw new StackException("--role must be one of " + String.join(", ", ROLES) + ".");
    }
    if (org != null) {
      join(data.accessTo(Component.POSTGRES));
    }
    List<String> groups = new ArrayList<>(scopes);
    if (superadmin) {
      groups.add(SUPERADMIN);
    }
    Map<String, String> orgRoles = org == null ? Map.of() : Map.of(org, role);
    System.out.println(signer().token(user, orgRoles, groups, LIFETIME));
    return 0;
  }

  private LedgerAccess signer() {
    int base = data.state().map(StackState::portBase).orElse(Ports.DEFAULT_BASE);
    return new LedgerAccess(data.directory().create(), new Ports(base));
  }

  private void join(LedgerAccess access) {
    try (AccessDirectory directory = new AccessDirectory(access.database())) {
      directory.putOrg(org, org);
      directory.putUser(user, user, "");
      directory.putMember(org, user, role);
    } catch (SQLException e) {
      throw new StackException("The membership was not stored: " + e.getMessage(), e);
    }
  }
}
