package io.tokenledger.query.openai;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.query.access.AccessScope;
import io.tokenledger.query.access.OneOrg;
import io.tokenledger.query.http.Texts;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What both endpoints of OpenAI's usage API can be asked with. */
public class OpenAiParameters {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
  private static final int MAX_VALUES = 200;
  private static final String ORGANIZATION = "OpenAI-Organization";

  @QueryParam("start_time")
  @Parameter(description = "Start, in Unix seconds, inclusive; required.", example = "1767225600")
  String startTime;

  @QueryParam("end_time")
  @Parameter(description = "End, in Unix seconds, exclusive; by default now.")
  String endTime;

  @QueryParam("group_by")
  @Parameter(description = "What results are told apart by; repeated, or written group_by[].")
  List<String> groupBy;

  @QueryParam("group_by[]")
  @Parameter(hidden = true)
  List<String> groupByInBrackets;

  @QueryParam("limit")
  @Parameter(description = "Buckets per page.", example = "7")
  String limit;

  @QueryParam("page")
  @Parameter(description = "The next_page of the page before.")
  String page;

  @HeaderParam(ORGANIZATION)
  @Parameter(description = "The org, where the token is of several.")
  String organization;

  /** The scope of the one org that is meant. */
  AccessScope oneOrg(AccessScope everywhere) {
    return OneOrg.of(everywhere, organization == null ? "" : organization)
        .orElseThrow(
            () ->
                invalidParameter(
                    ORGANIZATION,
                    "must name the org in a header: this token is for more than one."));
  }

  OpenAiBuckets buckets(String orgId, Duration width, int defaultLimit, int maxLimit, Clock clock) {
    Instant start =
        Input.parameter("page", page).isAbsent() ? start() : OpenAiCursor.startOf(orgId, page);
    Instant end = seconds("end_time", endTime).orElseGet(clock::instant);
    if (!start.isBefore(end)) {
      throw invalidParameter("start_time", "must be before 'end_time'.");
    }
    return OpenAiBuckets.of(
        start, end, width, Input.parameter("limit", limit).limit(defaultLimit, maxLimit));
  }

  /** Each of them one of those allowed. */
  List<String> groups(String... allowed) {
    List<String> groups = values("group_by", groupBy, groupByInBrackets);
    if (!Arrays.asList(allowed).containsAll(groups)) {
      throw invalidParameter("group_by", "must be of " + String.join(", ", allowed) + ".");
    }
    return groups;
  }

  static List<String> values(String name, List<String> values, List<String> inBrackets) {
    List<String> all =
        Stream.concat(values.stream(), inBrackets.stream())
            .map(value -> Texts.filter(name, value))
            .filter(value -> !value.isEmpty())
            .distinct()
            .toList();
    if (all.size() > MAX_VALUES) {
      throw invalidParameter(name, "must be given at most " + MAX_VALUES + " times.");
    }
    return all;
  }

  private Instant start() {
    return seconds("start_time", startTime)
        .orElseThrow(() -> invalidParameter("start_time", "must be given, in Unix seconds."));
  }

  private static Optional<Instant> seconds(String name, String value) {
    Optional<Input> given = Input.parameter(name, value).given();
    if (given.isPresent() && !SECONDS.matcher(value).matches()) {
      throw invalidParameter(name, "must be a time in Unix seconds.");
    }
    return given.map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds.raw())));
  }
}
