package io.tokenledger.query.analytics.http;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.query.analytics.BreakdownQuery;
import io.tokenledger.query.http.Parameters;
import io.tokenledger.query.sums.Dimension;
import io.tokenledger.query.sums.http.Choices;
import io.tokenledger.query.sums.http.UsageParameters;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a breakdown can be asked with. */
public class BreakdownParameters extends UsageParameters {

  private static final String TAG = "tag:";

  private static final Map<String, Dimension> DIMENSIONS =
      Choices.ofDimensions(
          Dimension.PROVIDER,
          Dimension.MODEL_NAME,
          Dimension.FEATURE,
          Dimension.CATEGORY,
          Dimension.ACTIVITY,
          Dimension.USER);

  @QueryParam("by")
  @Parameter(
      description =
          "provider, modelName, feature, category, activity, user, or tag:KEY for the values of a"
              + " tag; required.",
      example = "modelName")
  String by;

  @QueryParam("limit")
  @Parameter(description = "How many rows, 1 to 10000; by default 1000.", example = "1000")
  String limit;

  BreakdownQuery toBreakdownQuery(Clock clock) {
    return new BreakdownQuery(
        range(clock),
        filter(),
        dimension(),
        tagKey(),
        Parameters.limit(limit, BreakdownQuery.DEFAULT_LIMIT, BreakdownQuery.MAX_LIMIT));
  }

  /** As asked for: the answer repeats it. */
  String by() {
    return by;
  }

  private Dimension dimension() {
    if (!tagKey().isEmpty()) {
      return Dimension.TAG;
    }
    Dimension dimension = Parameters.isAbsent(by) ? null : DIMENSIONS.get(by);
    if (dimension == null) {
      throw invalidParameter(
          "by", "must be one of " + String.join(", ", DIMENSIONS.keySet()) + ", tag:KEY.");
    }
    return dimension;
  }

  private String tagKey() {
    return by != null && by.startsWith(TAG)
        ? Parameters.text("by", by.substring(TAG.length()))
        : "";
  }
}
