package io.tokenledger.query.analytics.http;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.query.analytics.BreakdownQuery;
import io.tokenledger.query.http.Texts;
import io.tokenledger.query.sums.Dimension;
import io.tokenledger.query.sums.http.UsageParameters;
import io.tokenledger.service.http.Choices;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a breakdown can be asked with. */
public class BreakdownParameters extends UsageParameters {

  private static final String TAG = "tag:";

  private static final Map<String, Dimension> DIMENSIONS =
      Choices.of(
          EnumSet.complementOf(EnumSet.of(Dimension.TAG)).toArray(Dimension[]::new),
          Dimension::contractName);

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
        Input.parameter("limit", limit)
            .limit(BreakdownQuery.DEFAULT_LIMIT, BreakdownQuery.MAX_LIMIT));
  }

  /** As asked for: the answer repeats it. */
  String by() {
    return by;
  }

  private Dimension dimension() {
    if (!tagKey().isEmpty()) {
      return Dimension.TAG;
    }
    Dimension dimension = DIMENSIONS.get(by);
    if (dimension == null) {
      throw invalidParameter(
          "by", "must be one of " + String.join(", ", DIMENSIONS.keySet()) + ", tag:KEY.");
    }
    return dimension;
  }

  private String tagKey() {
    return by != null && by.startsWith(TAG) ? Texts.filter("by", by.substring(TAG.length())) : "";
  }
}
