package io.tokenledger.prices.changes;

import io.tokenledger.prices.http.Checked;
import io.tokenledger.service.http.ApiException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a listing of changes can be asked with. */
public class ChangesParameters {

  private static final int MAX_LIMIT = 1_000;
  private static final int MAX_SOURCE = 128;
  private static final int MAX_USER_ID = 128;

  @QueryParam("orgId")
  @Parameter(
      description =
          "Only contract prices and aliases of this org. Without it, everyone's; and for a"
              + " superadmin or a service, those of every org, too.",
      example = "acme")
  String orgId;

  @QueryParam("kind")
  @Parameter(description = "Only 'price' or only 'alias'.", example = "price")
  String kind;

  @QueryParam("provider")
  @Parameter(description = "Only this provider.", example = "openai")
  String provider;

  @QueryParam("modelName")
  @Parameter(description = "Only exactly this model, or this alias.", example = "gpt-4o")
  String modelName;

  @QueryParam("source")
  @Parameter(description = "Only from this source: 'manual', or a list's name.", example = "manual")
  String source;

  @QueryParam("recordedBy")
  @Parameter(description = "Only by this user, or this list.", example = "ann")
  String recordedBy;

  @QueryParam("from")
  @Parameter(
      description = "Recorded at this time or later (RFC 3339).",
      example = "2026-05-01T00:00:00Z")
  String from;

  @QueryParam("to")
  @Parameter(description = "Recorded before this time.", example = "2026-06-01T00:00:00Z")
  String to;

  @QueryParam("limit")
  @DefaultValue("100")
  @Parameter(description = "Changes per page at most, 1 to 1000.", example = "100")
  String limit;

  @QueryParam("cursor")
  @Parameter(description = "The nextCursor of the page before, with the same other parameters.")
  String cursor;

  /** Absent when every org is asked for. */
  Optional<String> org(boolean seesEveryOrg) {
    String org = Checked.orgId("orgId", orgId);
    return org.isEmpty() && seesEveryOrg ? Optional.empty() : Optional.of(org);
  }

  ChangeQuery query(Optional<String> org) {
    return new ChangeQuery(
        org,
        given(kind).map(ChangesParameters::kind),
        given(provider).map(value -> Checked.provider("provider", value)),
        given(modelName).map(value -> Checked.modelName("modelName", value)),
        given(source).map(value -> Checked.text("source", value, MAX_SOURCE)),
        given(recordedBy).map(value -> Checked.text("recordedBy", value, MAX_USER_ID)),
        given(from).map(value -> Checked.time("from", value, Instant.EPOCH)),
        given(to).map(value -> Checked.time("to", value, Instant.EPOCH)),
        below(),
        limit());
  }

  private long below() {
    try {
      return given(cursor).map(Long::parseLong).orElse(Long.MAX_VALUE);
    } catch (NumberFormatException e) {
      throw ApiException.invalidParameter("cursor", "must be the nextCursor of an earlier page.");
    }
  }

  private int limit() {
    int changes = Checked.wholeNumber("limit", limit);
    if (changes < 1 || changes > MAX_LIMIT) {
      throw ApiException.invalidParameter("limit", "must be from 1 to " + MAX_LIMIT + ".");
    }
    return changes;
  }

  private static RecordedChange.Kind kind(String value) {
    return Arrays.stream(RecordedChange.Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(value))
        .findFirst()
        .orElseThrow(() -> ApiException.invalidParameter("kind", "must be 'price' or 'alias'."));
  }

  private static Optional<String> given(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isEmpty());
  }
}
