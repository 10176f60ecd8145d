package io.tokenledger.prices.http;

import io.tokenledger.prices.BookQuotaException;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.ProblemCode;

/** How it is answered that an org has its share of the book. */
final class QuotaProblem {

  private QuotaProblem() {}

  static ApiException of(Throwable quota) {
    boolean passes = ((BookQuotaException) quota).passes();
    return new ApiException(
        passes ? ProblemCode.TOO_MANY_REQUESTS : ProblemCode.CONFLICT, quota.getMessage());
  }
}
