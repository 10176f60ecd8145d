package io.tokenledger.query.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** A row of access.org. */
@Entity
@Table(schema = "access", name = "org")
public class OrgRow {

  @Id
  @Column(name = "org_id")
  String orgId;

  @Column(name = "name", nullable = false)
  String name;

  @Column(name = "time_zone", nullable = false)
  public String timeZone;

  @Column(name = "currency_label", nullable = false)
  String currencyLabel;

  @Column(name = "retention_days")
  Integer retentionDays;

  @Column(name = "created_at", nullable = false, updatable = false)
  Instant createdAt;

  static OrgRow of(String orgId, OrgSettings settings, Instant now) {
    OrgRow row = new OrgRow();
    row.orgId = orgId;
    row.createdAt = now;
    row.set(settings);
    return row;
  }

  void set(OrgSettings settings) {
    name = settings.name();
    timeZone = settings.timeZone();
    currencyLabel = settings.currencyLabel();
    retentionDays =
        settings.retentionDays().isPresent() ? settings.retentionDays().getAsInt() : null;
  }

  Org toOrg() {
    OptionalInt days = retentionDays == null ? OptionalInt.empty() : OptionalInt.of(retentionDays);
    return new Org(orgId, new OrgSettings(name, timeZone, currencyLabel, days), createdAt);
  }

  /** What the audit log keeps of it. */
  Map<String, Object> toAudit() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", name);
    values.put("timeZone", timeZone);
    values.put("currencyLabel", currencyLabel);
    values.put("retentionDays", retentionDays);
    return values;
  }
}
