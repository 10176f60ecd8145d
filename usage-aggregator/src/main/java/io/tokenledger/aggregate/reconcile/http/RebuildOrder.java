package io.tokenledger.aggregate.reconcile.http;

import io.tokenledger.aggregate.reconcile.DayRange;
import io.tokenledger.aggregate.reconcile.RebuildRuns;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;

/**
 * The body of a request for a rebuild.
 *
 * @param all every day there is; without {@code from} and {@code to}
 * @param orgId absent for every org
 * @param countOverdue whether events are counted too that were stored more than an hour ago and
 *     never came through {@code usage.recorded}
 */
public record RebuildOrder(
    boolean all, String from, String to, String orgId, boolean countOverdue) {

  static RebuildOrder checked(RebuildOrder order) {
    if (order == null || !order.all && (order.from == null || order.to == null)) {
      throw new ApiException(
          ProblemCode.INVALID_BODY, "The body must have from and to (YYYY-MM-DD), or all: true.");
    }
    if (order.all && (order.from != null || order.to != null)) {
      throw new ApiException(
          ProblemCode.INVALID_BODY, "The body must have either from and to, or all: true.");
    }
    return order;
  }

  RebuildRuns.Order of(DayRange days, String requestedBy) {
    return new RebuildRuns.Order(requestedBy, orgId == null ? "" : orgId, days, countOverdue);
  }
}
