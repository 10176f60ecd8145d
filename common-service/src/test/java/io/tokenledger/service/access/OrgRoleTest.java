package io.tokenledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrgRoleTest {

  /** The table of contracts §2. */
  @ParameterizedTest
  @CsvSource({
    "org:analytics:read, true, true, true, false",
    "org:analytics:export, true, true, true, false",
    "org:budgets:write, true, true, true, false",
    "org:members:write, true, true, false, false",
    "org:prices:write, true, true, false, false"
  })
  void permitsWhatTheContractSays(
      String code, boolean owner, boolean admin, boolean billing, boolean member) {
    OrgPermission permission =
        Arrays.stream(OrgPermission.values())
            .filter(each -> each.code().equals(code))
            .findFirst()
            .orElseThrow();
    assertThat(permits("owner", permission)).isEqualTo(owner);
    assertThat(permits("admin", permission)).isEqualTo(admin);
    assertThat(permits("billing", permission)).isEqualTo(billing);
    assertThat(permits("member", permission)).isEqualTo(member);
    assertThat(permits("superadmin", permission)).isFalse();
  }

  private static boolean permits(String role, OrgPermission permission) {
    return OrgRole.ofCode(role).filter(found -> found.permits(permission)).isPresent();
  }
}
