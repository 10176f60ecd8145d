package io.tokenledger.prices.changes;

import io.tokenledger.service.http.Choices;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a listing of changes can be asked with. */
public class ChangesParameters {

  private static final int MAX_LIMIT = 1_000;
  private static final int MAX_SOURCE = 128;
  private static final int MAX_USER_ID = 128;

  private static final Map<String, String> KINDS =
      Choices.of(new String[] {"price", "alias", "factor"}, kind -> kind);

  @QueryParam("orgId")
  @Parameter(
      description =
          "Only contract prices, aliases and factors of this org. Without it, everyone's; and for a"
              + " superadmin or a service, those of every org, too.",
      example = "acme")
  String orgId;

  @QueryParam("kind")
  @Parameter(description = "Only 'price', 'alias' or 'factor'.", example = "price")
  String kind;

  @QueryParam("provider")
  @Parameter(description = "Only this provider.", example = "openai")
  String provider;

  @QueryParam("modelName")
  @Parameter(
      description = "Only exactly this model, alias, or the models of a factor.",
      example = "gpt-4o")
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
    String org = Input.parameter("orgId", orgId).orgId();
    return org.isEmpty() && seesEveryOrg ? Optional.empty() : Optional.of(org);
  }

  ChangeQuery query(Optional<String> org) {
    return new ChangeQuery(
        org,
        Input.parameter("kind", kind).choice(KINDS),
        Input.parameter("provider", provider).given().map(Input::provider),
        Input.parameter("modelName", modelName).given().map(Input::modelName),
        Input.parameter("source", source).given().map(given -> given.text(MAX_SOURCE)),
        Input.parameter("recordedBy", recordedBy).given().map(given -> given.text(MAX_USER_ID)),
        Input.parameter("from", from).given().map(given -> given.time(Instant.EPOCH)),
        Input.parameter("to", to).given().map(given -> given.time(Instant.EPOCH)),
        Input.parameter("cursor", cursor).given().map(Input::id).orElse(Long.MAX_VALUE),
        Input.parameter("limit", limit).number(1, MAX_LIMIT));
  }
}
