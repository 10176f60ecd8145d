package io.tokenledger.prices.sync.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tokenledger.prices.sync.SyncRun;
import io.tokenledger.prices.sync.plan.SyncCounts;
import io.tokenledger.prices.sync.plan.SyncDifference;
import io.tokenledger.service.http.Slice;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run as it is answered.
 *
 * @param startedBy user id, {@code schedule} or {@code bundled list}
 * @param status {@code running}, {@code succeeded} or {@code failed}
 * @param finishedAt null while it runs
 * @param reason a code; null unless it failed
 * @param detail a sentence; null unless it failed
 * @param difference absent in listings
 */
@Schema(
    requiredProperties = {
      "id",
      "source",
      "startedBy",
      "dryRun",
      "status",
      "startedAt",
      "finishedAt",
      "reason",
      "detail",
      "counts"
    })
record SyncRunAnswer(
    long id,
    String source,
    String startedBy,
    boolean dryRun,
    String status,
    String startedAt,
    @Schema(nullable = true) String finishedAt,
    @Schema(nullable = true) String reason,
    @Schema(nullable = true) String detail,
    SyncCounts counts,
    @JsonInclude(JsonInclude.Include.NON_NULL) SyncDifference difference) {

  static SyncRunAnswer of(SyncRun run) {
    return of(run, run.difference());
  }

  private static SyncRunAnswer of(SyncRun run, SyncDifference difference) {
    return new SyncRunAnswer(
        run.id(),
        run.source(),
        run.startedBy(),
        run.dryRun(),
        run.status().code(),
        run.startedAt().toString(),
        run.finishedAt().map(Object::toString).orElse(null),
        run.reason().isEmpty() ? null : run.reason(),
        run.detail().isEmpty() ? null : run.detail(),
        run.counts(),
        difference);
  }

  /**
   * @param nextCursor of the page after this one; null on the last
   */
  record Page(List<SyncRunAnswer> runs, @Schema(nullable = true) String nextCursor) {

    static Page of(List<SyncRun> found, int limit) {
      Slice<SyncRun> page = Slice.of(found, limit);
      return new Page(
          page.items().stream().map(run -> SyncRunAnswer.of(run, null)).toList(),
          page.last().map(last -> Long.toString(last.id())).orElse(null));
    }
  }
}
