package io.tokenledger.query.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.query.access.Actor;
import io.tokenledger.service.access.OrgRole;
import io.tokenledger.service.refusal.RefusedException;
import io.tokenledger.service.refusal.RefusedException.Reason;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MembershipRulesTest {

  private static final Actor ADMIN = new Actor("a", false, false);
  private static final Actor OWNER = new Actor("o", false, true);
  private static final Actor ROOT = new Actor("r", true, false);

  /** Every change there is. */
  @Test
  void anAdminRulesEverybodyButOwners() {
    roles()
        .forEach(
            from ->
                roles()
                    .forEach(
                        to -> {
                          boolean touchesOwner = isOwner(from) != isOwner(to);
                          assertThat(MembershipRules.refusal(ADMIN, from, to).isPresent())
                              .as(from + " to " + to)
                              .isEqualTo(touchesOwner);
                          assertThat(MembershipRules.refusal(OWNER, from, to)).isEmpty();
                          assertThat(MembershipRules.refusal(ROOT, from, to)).isEmpty();
                          assertThat(MembershipRules.losesOwner(from, to))
                              .isEqualTo(isOwner(from) && !isOwner(to));
                        }));
  }

  @Test
  void anOrgKeepsAnOwner() {
    assertThatThrownBy(() -> MembershipRules.requireOwnerLeft(0))
        .isInstanceOf(RefusedException.class)
        .extracting("reason")
        .isEqualTo(Reason.CONFLICT);
    MembershipRules.requireOwnerLeft(1);
  }

  private static boolean isOwner(Optional<OrgRole> role) {
    return role.equals(Optional.of(OrgRole.OWNER));
  }

  private static Stream<Optional<OrgRole>> roles() {
    return Stream.concat(
        Stream.of(Optional.empty()), Arrays.stream(OrgRole.values()).map(Optional::of));
  }
}
