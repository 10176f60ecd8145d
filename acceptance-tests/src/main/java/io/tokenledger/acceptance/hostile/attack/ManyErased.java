package io.tokenledger.acceptance.hostile.attack;

import io.tokenledger.acceptance.hostile.Attack;
import io.tokenledger.acceptance.hostile.HostileEvent;
import io.tokenledger.acceptance.hostile.HostileOrg;
import io.tokenledger.events.ErasedUsers;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Events of an org that has erased as many users as it may. */
final class ManyErased implements Attack {

  private static final String NOTE =
      "INSERT INTO %s.erased_user SELECT ?, hash, now() + interval '2 days',"
          + " 'erased-' || encode(hash, 'hex') FROM unnest(?) AS hash";

  @Override
  public String finding() {
    return "M7";
  }

  @Override
  public String label() {
    return "events of an org with many erased users";
  }

  @Override
  public Set<Integer> allowed() {
    return Set.of(202, 429);
  }

  @Override
  public int bound() {
    return 202;
  }

  /** Noted as if they had been erased one by one, long ago. */
  @Override
  public void prepare(HostileOrg org) {
    byte[][] hashes =
        IntStream.range(0, org.size(100_000, 20_000))
            .mapToObj(number -> ErasedUsers.hash(org.id(), user(number)))
            .toArray(byte[][]::new);
    try (Connection connection = org.ledger().access().database().connect()) {
      for (String schema : List.of("raw", "rollup")) {
        note(connection, schema, org.id(), hashes);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void note(Connection connection, String schema, String orgId, byte[][] hashes)
      throws SQLException {
    Array all = connection.createArrayOf("bytea", hashes);
    try (PreparedStatement statement = connection.prepareStatement(NOTE.formatted(schema))) {
      statement.setString(1, orgId);
      statement.setArray(2, all);
      statement.executeUpdate();
    }
  }

  @Override
  public void run(HostileOrg org) {
    org.send(org.size(60_000, 5_000), ManyErased::event);
  }

  @Override
  public List<String> complaints(HostileOrg org) {
    long named =
        org.ledger()
            .tables()
            .number(
                "SELECT count(*) FROM raw.usage_event WHERE org_id = '%s' AND user_id LIKE 'gone-%%'"
                    .formatted(org.id()))
            .longValueExact();
    return named == 0 ? List.of() : List.of(named + " events name an erased user");
  }

  private static HostileEvent event(int number) {
    return HostileEvent.of("gone-" + number, ",\"userId\":\"%s\"".formatted(user(number % 20_000)));
  }

  private static String user(int number) {
    return "gone-" + number;
  }
}
