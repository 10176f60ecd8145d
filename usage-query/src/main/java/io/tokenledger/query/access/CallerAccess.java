package io.tokenledger.query.access;

import io.smallrye.mutiny.Uni;

/** What the caller of the current request may see. */
public interface CallerAccess {

  /**
   * The org the permission check of this endpoint let the caller into.
   *
   * @throws IllegalStateException when the endpoint has no such check, so that forgetting it cannot
   *     open an org
   */
  AccessScope granted();

  /**
   * The caller as one who changes the org of {@link #granted()}.
   *
   * @throws IllegalStateException as {@link #granted()}
   */
  Actor actor();

  /** Everything the caller may see, across orgs: for what is not addressed by an org. */
  Uni<AccessScope> everywhere();

  /** The caller's own rows in every org they are a member of, whatever else they may see. */
  Uni<AccessScope> own();

  /** Who the caller is, and what their role is in every org of theirs. */
  Uni<Standing> standing();
}
