package io.tokenledger.query.directory;

import io.tokenledger.query.access.Actor;
import io.tokenledger.service.access.OrgRole;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import java.util.Optional;

/** Who may give and take which role. */
public final class MembershipRules {

  private MembershipRules() {}

  /**
   * Why the change is refused; absent when it is not.
   *
   * @param from absent for a new member
   * @param to absent for one who leaves
   */
  public static Optional<String> refusal(
      Actor actor, Optional<OrgRole> from, Optional<OrgRole> to) {
    if (actor.ruleOwners() || from.equals(to)) {
      return Optional.empty();
    }
    if (isOwner(to)) {
      return Optional.of("Only an owner or a superadmin makes someone an owner.");
    }
    return isOwner(from)
        ? Optional.of("Only an owner or a superadmin takes the role of an owner from someone.")
        : Optional.empty();
  }

  /** Fails as not permitted when {@link #refusal} says why. */
  public static void require(Actor actor, Optional<OrgRole> from, Optional<OrgRole> to) {
    refusal(actor, from, to)
        .ifPresent(
            why -> {
              throw new RefusedException(Reason.NOT_PERMITTED, why);
            });
  }

  /** True when the org has one owner less by the change. */
  public static boolean losesOwner(Optional<OrgRole> from, Optional<OrgRole> to) {
    return isOwner(from) && !isOwner(to);
  }

  /** An org must not lose its last owner, as nobody in it could make one again. */
  public static void requireOwnerLeft(long owners) {
    if (owners == 0) {
      throw new RefusedException(
          Reason.CONFLICT, "An org keeps at least one owner: make another one first.");
    }
  }

  private static boolean isOwner(Optional<OrgRole> role) {
    return role.filter(OrgRole.OWNER::equals).isPresent();
  }
}
