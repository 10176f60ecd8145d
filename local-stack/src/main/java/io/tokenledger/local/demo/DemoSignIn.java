package io.tokenledger.local.demo;

import io.tokenledger.local.DataDirectory;
import io.tokenledger.local.identity.PasswordFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

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

  /** Some of them, one a line, as a person reads it. */
  public static String people() {
    return DemoPlatform.ORGS.get(0).users().stream()
        .limit(SHOWN)
        .map(
            user ->
                String.format(
                    "    %-16s %s of %s", user.id(), user.role(), DemoPlatform.SIGN_IN_ORG))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> userIds() {
    return DemoPlatform.ORGS.stream()
        .flatMap(org -> org.users().stream())
        .map(DemoUser::id)
        .toList();
  }
}
