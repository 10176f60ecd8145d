package io.tokenledger.service.access;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;

/** The roles of the caller of the current request; an API token has scopes and no roles. */
public interface Roles {

  /** Absent when the caller is no member, or there is no such org. */
  Uni<Optional<OrgRole>> in(String orgId);

  /** Role by org id, in every org the caller is a member of. */
  Uni<Map<String, OrgRole>> everywhere();
}
