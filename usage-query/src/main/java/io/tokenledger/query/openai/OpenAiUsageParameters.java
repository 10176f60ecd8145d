package io.tokenledger.query.openai;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.service.http.Choices;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What OpenAI's completions usage can be asked with. */
public class OpenAiUsageParameters extends OpenAiParameters {

  private static final String MODEL = "model";
  private static final String USER = "user_id";

  private static final Width DAY = new Width("1d", Duration.ofDays(1), 7, 31);
  private static final Width HOUR = new Width("1h", Duration.ofHours(1), 24, 168);

  private static final Map<String, Width> WIDTHS = Choices.of(new Width[] {DAY, HOUR}, Width::name);

  /** Of a bucket, and how many a page has; the limits are those of OpenAI. */
  private record Width(String name, Duration length, int defaultLimit, int maxLimit) {}

  @QueryParam("bucket_width")
  @Parameter(
      description =
          "1d or 1h; by default 1d. A page has 7 days (at most 31) or 24 hours (at most 168).",
      example = "1d")
  String bucketWidth;

  @QueryParam("models")
  @Parameter(description = "Only these models; repeated, or written models[].")
  List<String> models;

  @QueryParam("models[]")
  @Parameter(hidden = true)
  List<String> modelsInBrackets;

  @QueryParam("user_ids")
  @Parameter(description = "Only these users; repeated, or written user_ids[].")
  List<String> userIds;

  @QueryParam("user_ids[]")
  @Parameter(hidden = true)
  List<String> userIdsInBrackets;

  OpenAiBuckets buckets(String orgId, Clock clock) {
    Width width = Input.parameter("bucket_width", bucketWidth).choice(WIDTHS).orElse(DAY);
    return buckets(orgId, width.length(), width.defaultLimit(), width.maxLimit(), clock);
  }

  BucketQuery toQuery(OpenAiBuckets buckets) {
    List<String> groups = groups(MODEL, USER);
    BucketQuery query =
        new BucketQuery(
            buckets.bounds(),
            values("models", models, modelsInBrackets),
            values("user_ids", userIds, userIdsInBrackets),
            groups.contains(MODEL),
            groups.contains(USER));
    if (query.needsUsers() && HOUR.name().equals(bucketWidth)) {
      throw invalidParameter("bucket_width", "must be 1d by user: their usage is kept by UTC day.");
    }
    return query;
  }
}
