package io.tokenledger.query.directory;

import io.tokenledger.service.access.OrgRole;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A row of access.org_member. */
@Entity
@Table(schema = "access", name = "org_member")
class MemberRow {

  @EmbeddedId Key key;

  @Column(name = "role", nullable = false)
  String role;

  /** Null where access.app_user says it. */
  @Column(name = "name")
  String name;

  @Column(name = "email")
  String email;

  @Column(name = "created_at", nullable = false, updatable = false)
  Instant createdAt;

  /** Null only in a row that was made in this transaction. */
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "user_id", insertable = false, updatable = false)
  AppUserRow user;

  /** Who, and in which org. */
  @Embeddable
  record Key(@Column(name = "org_id") String orgId, @Column(name = "user_id") String userId) {}

  static MemberRow of(String orgId, MemberChange change, Instant now) {
    MemberRow row = new MemberRow();
    row.key = new Key(orgId, change.userId());
    row.createdAt = now;
    row.name = change.userId();
    row.email = "";
    row.set(change);
    return row;
  }

  void set(MemberChange change) {
    role = change.role().code();
    change.name().ifPresent(given -> name = given);
    change.email().ifPresent(given -> email = given);
  }

  Optional<OrgRole> orgRole() {
    return OrgRole.ofCode(role);
  }

  Member toMember() {
    return new Member(key.userId(), shownName(), shownEmail(), orgRole().orElseThrow(), createdAt);
  }

  /** What the audit log keeps of it; an erasure takes name and email out again. */
  Map<String, Object> toAudit() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("role", role);
    values.put("name", shownName());
    values.put("email", shownEmail());
    return values;
  }

  private String shownName() {
    return name == null ? user.name : name;
  }

  private String shownEmail() {
    return email == null ? user.email : email;
  }
}
