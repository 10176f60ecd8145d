package io.tokenledger.acceptance;

import static org.awaitility.Awaitility.await;

import io.tokenledger.acceptance.check.LedgerTables;
import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.acceptance.ledger.PortBase;
import io.tokenledger.acceptance.ledger.ServiceProcess;
import io.tokenledger.local.Component;
import io.tokenledger.local.DataDirectory;
import io.tokenledger.local.Directories;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.Ports;
import io.tokenledger.local.identity.PasswordFile;
import io.tokenledger.local.identity.SigningKeys;
import io.tokenledger.local.process.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A ledger started by the command in a folder of its own. The tests of one JVM share it, each with
 * its own orgs; it is stopped and its folder deleted when the JVM ends.
 */
final class RunningLedger {

  static final String SIGN_IN_USER = "page-reader";
  static final String SIGN_IN_PASSWORD = "not-the-demo-password";

  private static final Duration READY_WITHIN = Duration.ofMinutes(1);

  private static RunningLedger shared;

  private final DataDirectory data;
  private final Ports ports = PortBase.free();
  private final TokenledgerCommand command;
  private final LedgerAccess access;

  private RunningLedger() throws IOException {
    data = new DataDirectory(Files.createTempDirectory("tokenledger-acceptance"));
    command = new TokenledgerCommand(data);
    access = new LedgerAccess(data.create(), ports);
  }

  static synchronized RunningLedger shared() {
    if (shared == null) {
      try {
        RunningLedger ledger = new RunningLedger();
        Runtime.getRuntime().addShutdownHook(new Thread(ledger::remove, "stop the ledger"));
        ledger.up();
        shared = ledger;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  /** Without demo users, but with one of the tests' own who may sign in by password. */
  void up() {
    Path users = data.root().resolve("sign-in-of-tests");
    try {
      PasswordFile.write(users, List.of(SIGN_IN_USER), SIGN_IN_PASSWORD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path key = SigningKeys.privateKeyFile(data.secrets());
    System.out.println(
        command.up(
            ports,
            Map.of(
                "TOKENLEDGER_JAVA_OPTS",
                ServiceProcess.QUICK_START,
                "TOKENLEDGER_QUERY_GAUGES_EVERY",
                "5s",
                "TOKENLEDGER_PRICES_SYNC_CHECK_EVERY",
                "5s",
                "TOKENLEDGER_SIGN_IN_ENABLED",
                "true",
                "TOKENLEDGER_SIGN_IN_USERS_FILE",
                users.toString(),
                "TOKENLEDGER_SIGN_IN_PRIVATE_KEY_FILE",
                key.toString())));
  }

  /** Asked here: each {@link Status} is a process. */
  void awaitReady(Component service) {
    Readiness readiness = Readiness.ofService(access.managementUrl(service));
    await().atMost(READY_WITHIN).until(readiness::isReady);
  }

  TokenledgerCommand command() {
    return command;
  }

  LedgerAccess access() {
    return access;
  }

  Api api() {
    return new Api(access);
  }

  LedgerTables tables() {
    return new LedgerTables(access.database());
  }

  DataDirectory data() {
    return data;
  }

  private void remove() {
    try {
      command.run("down");
    } finally {
      Directories.delete(data.root());
    }
  }
}
