package io.tokenledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.RawHttp;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A malformed parameter is a 400 that names it, and nothing sent makes a 500. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class ParametersIT {

  private static final String ANALYTICS = "/orgs/param-acme/analytics/";

  @BeforeAll
  static void schemas() {
    TestLedger.migrate();
  }

  @ParameterizedTest
  @CsvSource({
    "usage, from, 2026-02-30", "usage, to, yesterday", "usage, from, %2B10000-01-01",
    "usage, from, 2026-1-1", "usage, tz, Mars/Olympus", "usage, tz, %2B05:30",
    "usage, from, 9999-12-31", "usage, from, 2020-01-01", "usage, feature, a%00b",
    "usage, to, 0000-00-00", "usage, provider, %00", "usage, modelName, a%00",
    "top-users, limit, 0", "top-users, limit, 101", "top-users, limit, -1",
    "top-users, limit, 1e1", "top-users, limit, 99999999999", "top-users, tz, Berlin",
    "top-users, feature, %00", "details, limit, 201", "details, limit, ten",
    "details, offset, 10001", "details, offset, -1", "details, success, yes",
    "details, success, TRUE", "details, cursor, abc", "details, activity, %00",
    "details, userId, %00", "details, conversationId, %00", "summary, period, year",
    "summary, tz, Mars", "timeline, granularity, minutely", "timeline, groupBy, user",
    "breakdown, by, cost", "breakdown, by, tag:", "breakdown, by, tag:%00",
    "tags/k, value, %00", "tags/k/v, limit, 201", "tags/k/v, tz, x"
  })
  void aMalformedParameterIsNamed(String report, String name, String value) {
    Api.Answer answer = get(report + "?" + name + "=" + value);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("code").asText()).isEqualTo("invalid_parameter");
    assertThat(answer.json().path("status").asInt()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains("'" + name + "' must");
    assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void anIdThatNoEventCanHaveIsNamed() {
    Api.Answer answer = get("details/a%00/revisions");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asText()).contains("'eventId' must");
  }

  @Test
  void aRangeThatIsTooLongOrReversedIsRefusedWithTheReason() {
    assertThat(get("usage?from=2025-01-01&to=2026-02-04").status()).isEqualTo(200);
    Api.Answer tooLong = get("usage?from=2025-01-01&to=2026-02-05");
    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.json().path("detail").asText()).contains("400 days");
    assertThat(get("usage?from=2026-01-02&to=2026-01-01").status()).isEqualTo(400);
  }

  @Test
  void tenYearsOfHoursAreRefusedWithTheLimit() {
    Api.Answer tooMany = get("timeline?granularity=hourly&from=2016-01-01&to=2025-12-31");
    assertThat(tooMany.status()).isEqualTo(400);
    assertThat(tooMany.json().path("detail").asText())
        .contains("'granularity'")
        .contains("87,672 points")
        .contains("at most 2,500");
    assertThat(get("timeline?granularity=monthly&from=2016-01-01&to=2025-12-31").status())
        .isEqualTo(200);
    assertThat(get("timeline?granularity=monthly&from=2010-01-01&to=2025-12-31").status())
        .isEqualTo(400);
  }

  @Test
  void aBreakdownHasUpTo10000Rows() {
    assertThat(get("breakdown?by=user&limit=10000").status()).isEqualTo(200);
    assertThat(get("breakdown?by=user&limit=10001").status()).isEqualTo(400);
    assertThat(get("breakdown").json().path("detail").asText())
        .isEqualTo(
            "Parameter 'by' must be one of provider, modelName, feature, category, activity, user,"
                + " tag:KEY.");
  }

  @Test
  void aNamedPeriodHasItsOwnDays() {
    Api.Answer both = get("summary?period=week&from=2026-01-01");
    assertThat(both.status()).isEqualTo(400);
    assertThat(both.json().path("detail").asText()).contains("'period' must be custom");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"usage", "top-users", "details", "summary", "timeline", "breakdown", "tags/k/v"})
  void hostileTextsNeverFailTheService(String report) {
    for (String value :
        new String[] {
          "%ED%A0%80",
          "%F0%9F%98%80",
          "'%20OR%201=1--",
          "%",
          "%zz",
          "%C3",
          "%FF%FE",
          "%0A%0D",
          "x".repeat(3_000),
          "%2C",
          "%25",
          "*",
          "%E2%80%AE"
        }) {
      for (String name :
          new String[] {"feature", "from", "tz", "limit", "cursor", "unknown", value}) {
        String path = ANALYTICS + report + "?" + name + "=" + value;
        int status = RawHttp.status(path, TestTokens.token("root", "superadmin"));
        assertThat(status).as(name + "=" + value).isIn(200, 400, 414);
      }
    }
  }

  @Test
  void unknownAndEmptyParametersAreIgnored() {
    assertThat(get("usage?unknown=1&from=&to=&tz=&feature=&%00=%00").status()).isEqualTo(200);
    assertThat(get("details?limit=&offset=&cursor=&success=").status()).isEqualTo(200);
  }

  @Test
  void theExtremesOfTheCalendarAreAnswered() {
    assertThat(get("usage?from=0001-01-01&to=0001-12-31&tz=Asia/Kathmandu").status())
        .isEqualTo(200);
    assertThat(get("usage?from=9999-01-01&to=9999-12-31&tz=Asia/Tokyo").status()).isEqualTo(200);
    assertThat(get("details?from=0000-01-01&to=0000-12-31").status()).isEqualTo(200);
    assertThat(get("details?from=9999-01-01&to=9999-12-31").status()).isEqualTo(200);
  }

  private static Api.Answer get(String report) {
    return Api.get(ANALYTICS + report, TestTokens.token("root", "superadmin"));
  }
}
