package io.tokenledger.query.access;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A row of access.org_member. */
@Entity
@Table(schema = "access", name = "org_member")
class OrgMember {

  @EmbeddedId Key key;

  @Column(name = "role", nullable = false)
  String role;

  /** Who, and in which org. */
  @Embeddable
  record Key(@Column(name = "org_id") String orgId, @Column(name = "user_id") String userId) {}
}
