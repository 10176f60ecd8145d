package io.tokenledger.query.audit;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.postgres.ScopedReads;
import io.tokenledger.service.postgres.Rows;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what was done to an org. */
@ApplicationScoped
public class AuditReads {

  private static final String ENTRIES =
      """
      SELECT id, at, actor, action, detail FROM access.audit_log
      WHERE org_id = $1 AND id < $2
      ORDER BY id DESC
      LIMIT $3""";

  private final ScopedReads reads;

  AuditReads(ScopedReads reads) {
    this.reads = reads;
  }

  /**
   * The last entries first.
   *
   * @param before the id of the last entry of the page before; larger than all for the first page
   */
  public Uni<List<AuditAnswer.Entry>> entries(AccessScope scope, long before, int limit) {
    Tuple parameters = Tuple.of(scope.soleOrg(), before, limit);
    return reads
        .run(scope, new ScopedReads.Read(ENTRIES, parameters))
        .map(answers -> Rows.all(answers.get(0), AuditReads::fromRow));
  }

  private static AuditAnswer.Entry fromRow(Row row) {
    return new AuditAnswer.Entry(
        row.getLong("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getJsonObject("detail").getMap());
  }
}
