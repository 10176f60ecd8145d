package io.tokenledger.aggregate.reconcile.http;

import io.tokenledger.aggregate.reconcile.DayRange;
import io.tokenledger.aggregate.reconcile.RebuildRun;
import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Input;

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
    if (order == null || !order.all && (order.first().isAbsent() || order.last().isAbsent())) {
      throw Body.invalid("The body must have from and to (YYYY-MM-DD), or all: true.");
    }
    if (order.all && (order.from != null || order.to != null)) {
      throw Body.invalid("The body must have either from and to, or all: true.");
    }
    return order;
  }

  DayRange days() {
    return Days.required(first(), last());
  }

  private Input first() {
    return Input.field("from", from);
  }

  private Input last() {
    return Input.field("to", to);
  }

  RebuildRun.Order of(DayRange days, String requestedBy) {
    return new RebuildRun.Order(
        requestedBy, Input.field("orgId", orgId).orgId(), days, countOverdue);
  }
}
