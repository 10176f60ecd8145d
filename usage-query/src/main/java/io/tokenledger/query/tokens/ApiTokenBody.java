package io.tokenledger.query.tokens;

import static io.tokenledger.service.http.ApiException.invalidField;

import io.tokenledger.query.http.Texts;
import io.tokenledger.service.access.ApiScope;
import io.tokenledger.service.http.Input;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token to be made. */
public record ApiTokenBody(
    @Schema(
            description = "What it is for, 1 to 100 characters.",
            required = true,
            example = "gateway")
        String name,
    @Schema(
            description =
                "At least one of analytics:read, analytics:export, events:write, prices:read, llm:call.",
            required = true,
            example = "[\"events:write\"]")
        List<String> scopes,
    @Schema(
            description = "RFC 3339, at most 366 days ahead; default in 90 days.",
            example = "2027-01-31T00:00:00Z")
        String expiresAt,
    @Schema(
            description =
                "Whose the calls are, at most 128 characters. This and the fields below are for llm:call only.",
            example = "ann")
        String userId,
    @Schema(
            description =
                "Whether a request may name the user; by default where none is fixed here.")
        Boolean userFromRequest,
    @Schema(description = "Tags of each call: at most 32 texts.", example = "{\"team\":\"search\"}")
        Map<String, String> tags,
    @Schema(description = "Feature of each call, a slug of at most 64 characters.", example = "rag")
        String feature,
    @Schema(
            description = "Models that may be called, at most 100; absent or empty, any.",
            example = "[\"gpt-5-mini\"]")
        List<String> models,
    @Schema(
            description =
                "Upstreams of chat-gateway that may be called, at most 20; absent or empty, any.",
            example = "[\"openai\"]")
        List<String> upstreams) {

  private static final int MAX_NAME = 100;
  private static final String CODES =
      Arrays.stream(ApiScope.values()).map(ApiScope::code).collect(Collectors.joining(", "));

  ApiTokenDraft toDraft(Clock clock) {
    Set<ApiScope> wanted = scopeSet();
    return new ApiTokenDraft(
        Texts.label(Input.field("name", name), MAX_NAME),
        wanted,
        expiry(clock.instant().truncatedTo(ChronoUnit.SECONDS)),
        CallParameters.of(this, wanted));
  }

  private Set<ApiScope> scopeSet() {
    if (scopes == null || scopes.isEmpty()) {
      throw unknownScope();
    }
    Set<ApiScope> known = EnumSet.noneOf(ApiScope.class);
    scopes.forEach(
        code -> known.add(ApiScope.ofCode(code).orElseThrow(ApiTokenBody::unknownScope)));
    return known;
  }

  private Instant expiry(Instant now) {
    Input given = Input.field("expiresAt", expiresAt);
    Instant wanted =
        given.time(now.plus(ApiTokenDraft.DEFAULT_LIFETIME)).truncatedTo(ChronoUnit.SECONDS);
    if (!wanted.isAfter(now) || wanted.isAfter(now.plus(ApiTokenDraft.MAX_LIFETIME))) {
      throw given.refused(
          "must be in the future, and at most "
              + ApiTokenDraft.MAX_LIFETIME.toDays()
              + " days ahead.");
    }
    return wanted;
  }

  private static RuntimeException unknownScope() {
    return invalidField("scopes", "must be an array of at least one of: " + CODES + ".");
  }
}
