package io.tokenledger.query.openai;

import io.tokenledger.service.http.Input;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What OpenAI's costs can be asked with. */
public class OpenAiCostsParameters extends OpenAiParameters {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Map<String, Duration> WIDTHS = Map.of("1d", DAY);

  private static final String LINE_ITEM = "line_item";
  private static final int DEFAULT_LIMIT = 7;
  private static final int MAX_LIMIT = 180;

  @QueryParam("bucket_width")
  @Parameter(description = "1d. A page has 7 days, at most 180.", example = "1d")
  String bucketWidth;

  OpenAiBuckets buckets(String orgId, Clock clock) {
    Duration width = Input.parameter("bucket_width", bucketWidth).choice(WIDTHS).orElse(DAY);
    return buckets(orgId, width, DEFAULT_LIMIT, MAX_LIMIT, clock);
  }

  /** A line item is a model. */
  BucketQuery toQuery(OpenAiBuckets buckets) {
    boolean byModel = groups(LINE_ITEM).contains(LINE_ITEM);
    return new BucketQuery(buckets.bounds(), List.of(), List.of(), byModel, false);
  }
}
