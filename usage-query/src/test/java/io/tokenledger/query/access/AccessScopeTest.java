package io.tokenledger.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.events.OrgIds;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessScopeTest {

  @Test
  void theSettingNamesEveryOrgOnce() {
    AccessScope scope = new AccessScope(false, Set.of("b", "a"), Set.of("a", "c"), "ann");
    assertThat(scope.setting()).isEqualTo("a,b,c");
  }

  @Test
  void everyOrgReadsNothingUntilNarrowed() {
    assertThat(AccessScope.ofEveryOrg().setting()).isEmpty();
    assertThatThrownBy(() -> AccessScope.ofEveryOrg().soleOrg())
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,b", "a b", "a\u0000", "ü", "a'", "a/b", "a\n", "{a}"})
  void anOrgIdCannotBeTwo(String orgId) {
    assertThat(OrgIds.isOrgId(orgId)).isFalse();
    assertThatThrownBy(() -> AccessScope.ofWholeOrgs(Set.of(orgId)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anOrgIdHasUpTo128Characters() {
    assertThat(OrgIds.isOrgId("Az09._:-")).isTrue();
    assertThat(OrgIds.isOrgId("a".repeat(128))).isTrue();
    assertThat(OrgIds.isOrgId("a".repeat(129))).isFalse();
  }

  @Test
  void rowsOfNobodyAreNotOnesOwn() {
    assertThatThrownBy(() -> new AccessScope(false, Set.of(), Set.of("a"), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
