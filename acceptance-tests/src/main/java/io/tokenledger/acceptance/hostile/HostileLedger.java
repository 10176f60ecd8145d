package io.tokenledger.acceptance.hostile;

import io.tokenledger.acceptance.check.LedgerTables;
import io.tokenledger.acceptance.ledger.ProcessSignal;
import io.tokenledger.local.Component;
import io.tokenledger.local.DataDirectory;
import io.tokenledger.local.Directories;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.LocalStack;
import io.tokenledger.local.Ports;
import io.tokenledger.local.StackOptions;
import io.tokenledger.local.identity.PasswordFile;
import io.tokenledger.local.identity.Secrets;
import io.tokenledger.local.identity.TokenSigner;
import io.tokenledger.local.postgres.AccessDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A ledger of its own, as {@code ./tokenledger up} starts it, with one user of the sign-in. */
public final class HostileLedger implements AutoCloseable {

  static final String SIGN_IN_USER = "neighbour";
  static final String SIGN_IN_PASSWORD = "a-password-of-the-neighbour";

  private static final Duration LIFETIME = Duration.ofHours(3);
  private static final Duration READY_WITHIN = Duration.ofSeconds(90);

  private final DataDirectory data =
      new DataDirectory(Files.createTempDirectory("tokenledger-hostile"));
  private final LocalStack stack;
  private final LedgerTables tables;

  /**
   * Returns when all of it is ready.
   *
   * @param javaOptions for every process; empty for those of the caller's environment
   */
  HostileLedger(Ports ports, String javaOptions, Consumer<String> progress)
      throws IOException, InterruptedException {
    data.create();
    PasswordFile.write(data.signInUsers(), List.of(SIGN_IN_USER), SIGN_IN_PASSWORD);
    StackOptions options = new StackOptions(data, ports);
    if (!javaOptions.isEmpty()) {
      options = options.withEnvironment("TOKENLEDGER_JAVA_OPTS", javaOptions);
    }
    stack = new LocalStack(options, progress::accept);
    tables = new LedgerTables(stack.access().database());
    // Also when it is interrupted: the processes have sessions of their own.
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop the ledger"));
    stack.start();
  }

  public LedgerAccess access() {
    return stack.access();
  }

  public LedgerTables tables() {
    return tables;
  }

  /** A token of any claims beside those that every token has. */
  public String sign(String userId, Map<String, Object> claims) {
    long now = System.currentTimeMillis() / 1_000;
    Map<String, Object> all = new HashMap<>();
    all.put("iss", TokenSigner.ISSUER);
    all.put("aud", TokenSigner.AUDIENCE);
    all.put("sub", userId);
    all.put("upn", userId);
    all.put("iat", now);
    all.put("exp", now + LIFETIME.toSeconds());
    all.putAll(claims);
    try {
      return new TokenSigner(new Secrets(data.secrets()).signingKeys().privateKey()).sign(all);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param orgRoles the claim {@code orgs}, by which events are written
   */
  public String token(String userId, Map<String, String> orgRoles, Collection<String> groups) {
    return access().token(userId, orgRoles, groups, LIFETIME);
  }

  void join(String orgId, String userId, String role) {
    try (AccessDirectory directory = new AccessDirectory(access().database())) {
      directory.putOrg(orgId, orgId);
      directory.putUser(userId, userId, "");
      directory.putMember(orgId, userId, role);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** To a process and those that it forked: each connection to PostgreSQL has one. */
  void signal(Component component, ProcessSignal signal) {
    ProcessHandle parent =
        ProcessHandle.of(stack.component(component).pid().orElseThrow()).orElseThrow();
    Stream.concat(Stream.of(parent), parent.descendants())
        .toList()
        .forEach(each -> signal.send(each.pid()));
  }

  void awaitReady() throws InterruptedException {
    for (Component component : Component.values()) {
      stack.component(component).awaitReady(READY_WITHIN);
    }
  }

  /**
   * How often each component has ended and was started again; those that never did are left out.
   */
  Map<Component, Integer> restarts() {
    Map<Component, Integer> found = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      int restarts = stack.component(component).restarts();
      if (restarts > 0) {
        found.put(component, restarts);
      }
    }
    return found;
  }

  @Override
  public synchronized void close() {
    stack.close();
    Directories.delete(data.root());
  }
}
