package io.tokenledger.query.directory.http;

import static io.tokenledger.service.http.ApiException.invalidField;

import io.tokenledger.query.directory.OrgSettings;
import io.tokenledger.query.http.Fields;
import io.tokenledger.query.http.Parameters;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The settings of an org, all of them: what is absent gets its default. */
public record OrgBody(
    @Schema(description = "1 to 200 characters.", required = true, example = "Acme Inc.")
        String name,
    @Schema(description = "IANA name; default UTC.", example = "Europe/Berlin") String timeZone,
    @Schema(
            description = "What is written beside amounts, which stay US dollars; default USD.",
            example = "USD")
        String currencyLabel,
    @Schema(
            description =
                "How long the org wants its single events kept, 1 to 36500. It is kept and shown;"
                    + " events are dropped by the ledger's own retention.",
            example = "365")
        Integer retentionDays) {

  private static final int MAX_NAME = 200;
  private static final int MAX_LABEL = 8;
  private static final int MAX_DAYS = 36_500;
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  OrgSettings toSettings() {
    return new OrgSettings(
        Fields.text("name", name, MAX_NAME),
        zone(),
        Fields.optionalText("currencyLabel", currencyLabel, MAX_LABEL)
            .orElse(OrgSettings.DEFAULT_CURRENCY_LABEL),
        days());
  }

  private String zone() {
    if (Parameters.isAbsent(timeZone)) {
      return OrgSettings.DEFAULT_TIME_ZONE;
    }
    if (!ZONES.contains(timeZone)) {
      throw invalidField("timeZone", "must be an IANA time zone name such as Europe/Berlin.");
    }
    return timeZone;
  }

  private OptionalInt days() {
    if (retentionDays == null) {
      return OptionalInt.empty();
    }
    if (retentionDays < 1 || retentionDays > MAX_DAYS) {
      throw invalidField("retentionDays", "must be a whole number from 1 to " + MAX_DAYS + ".");
    }
    return OptionalInt.of(retentionDays);
  }
}
