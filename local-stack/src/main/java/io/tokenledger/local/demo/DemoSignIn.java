package io.tokenledger.local.demo;

import io.tokenledger.local.DataDirectory;
import io.tokenledger.local.identity.PasswordFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The password of the demo users. It is known to everyone: usage-query refuses it where it listens
 * on more than this machine.
 */
public final class DemoSignIn {

  public static final String PASSWORD = "demo";

  private static final int SHOWN = 5;

  private DemoSignIn() {}

  /** Lets the demo users sign in, or nobody where there is no demo. */
  public static void put(DataDirectory data, boolean demo) throws IOException {
    data.create();
    if (demo) {
      PasswordFile.write(data.signInUsers(), userIds(), PASSWORD);
    } else {
      Files.deleteIfExists(data.signInUsers());
    }
  }

  /** What usage-query is told of them: whom its page offers, and who is superadmin. */
  public static Map<String, String> environment() {
    return Map.of(
        "TOKENLEDGER_DASHBOARD_DEMO_USERS",
        String.join(",", userIds()),
        "TOKENLEDGER_SIGN_IN_SUPERADMINS",
        DemoPlatform.OPERATOR);
  }

  /** Some of them, one a line, as a person reads it. */
  public static String people() {
    Stream<String> members =
        DemoPlatform.ORGS.get(0).users().stream()
            .limit(SHOWN)
            .map(user -> line(user.id(), user.role() + " of " + DemoPlatform.SIGN_IN_ORG));
    return Stream.concat(members, Stream.of(line(DemoPlatform.OPERATOR, "superadmin")))
        .collect(Collectors.joining("\n"));
  }

  private static String line(String userId, String what) {
    return String.format("    %-16s %s", userId, what);
  }

  private static List<String> userIds() {
    Stream<String> members =
        DemoPlatform.ORGS.stream().flatMap(org -> org.users().stream()).map(DemoUser::id);
    return Stream.concat(members, Stream.of(DemoPlatform.OPERATOR)).toList();
  }
}
