package io.tokenledger.local.postgres;

import java.nio.file.Path;
import java.util.Map;

/**
 * @param directory holds everything of the server; made when it is not there
 * @param port on 127.0.0.1
 * @param durable whether a commit survives the loss of power; false only for throw-away data
 * @param superuserPassword of the superuser {@link #SUPERUSER}
 * @param rolePasswords password by role of the services
 */
public record PostgresSettings(
    Path directory,
    int port,
    boolean durable,
    String superuserPassword,
    Map<String, String> rolePasswords) {

  public static final String SUPERUSER = "postgres";

  public static final String DATABASE = "tokenledger";

  private static final int LONGEST_SOCKET_PATH = 107;

  Path data() {
    return directory.resolve("data");
  }

  Path configuration() {
    return directory.resolve("postgresql.conf");
  }

  Path log() {
    return directory.resolve("postgres.log");
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Where the Unix socket goes; empty (no socket) where its path would be too long for Linux. */
  String socketDirectory() {
    String folder = directory.toAbsolutePath().toString();
    String socket = folder + "/.s.PGSQL." + port + ".lock";
    return socket.length() > LONGEST_SOCKET_PATH ? "" : folder;
  }
}
