package io.tokenledger.query.platform;

import io.tokenledger.query.sums.http.UtcDaysParameters;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the orgs of the ledger can be asked for with. */
public class PlatformParameters extends UtcDaysParameters {

  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1_000;

  @QueryParam("limit")
  @Parameter(description = "How many orgs, 1 to 1000; by default 100.", example = "100")
  String limit;

  int limit() {
    return Input.parameter("limit", limit).limit(DEFAULT_LIMIT, MAX_LIMIT);
  }
}
