package io.tokenledger.aggregate.http;

import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;

/**
 * The body of a request for a rebuild.
 *
 * @param all every day there is; without {@code from} and {@code to}
 * @param orgId absent for every org
 */
public record RebuildOrder(boolean all, String from, String to, String orgId) {

  static RebuildOrder checked(RebuildOrder order) {
    if (order == null || !order.all && (order.from == null || order.to == null)) {
      throw new ApiException(
          ProblemCode.INVALID_BODY, "The body must have from and to (YYYY-MM-DD), or all: true.");
    }
    if (order.all && (order.from != null || order.to != null)) {
      throw new ApiException(
          ProblemCode.INVALID_BODY, "The body must have either from and to, or all: true.");
    }
    return new RebuildOrder(
        order.all, order.from, order.to, order.orgId == null ? "" : order.orgId);
  }
}
