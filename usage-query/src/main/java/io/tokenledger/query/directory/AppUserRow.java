package io.tokenledger.query.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of access.app_user: who someone is where their org does not say. */
@Entity
@Table(schema = "access", name = "app_user")
class AppUserRow {

  @Id
  @Column(name = "user_id")
  String userId;

  @Column(name = "name", nullable = false)
  String name;

  @Column(name = "email", nullable = false)
  String email;
}
