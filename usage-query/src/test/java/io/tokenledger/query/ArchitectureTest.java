package io.tokenledger.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.tokenledger.service.testing.ScheduleRules;
import io.tokenledger.service.testing.ServiceRules;
import io.tokenledger.service.testing.SubjectEdges;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;

@AnalyzeClasses(
    packages = "io.tokenledger.query",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ServiceRules.class);

  @ArchTest static final ArchTests SCHEDULES = ArchTests.in(ScheduleRules.class);

  @ArchTest
  static final ArchRule SUBJECTS_KNOW_ONLY_THESE =
      SubjectEdges.of(
          "io.tokenledger.query",
          "analytics -> access, currency, http, postgres, sums",
          "audit -> access, http, postgres",
          "budgets -> access, analytics, directory, postgres, sums",
          "conversations -> access, currency, http, postgres, sums",
          "currency -> http, postgres",
          "dashboard -> signin",
          "directory -> access, http, postgres",
          "erasure -> access, directory, http, postgres",
          "export -> access, currency, log, postgres, sums",
          "gauges -> postgres, sums",
          "http -> access, postgres",
          "log -> access, currency, http, postgres, sums",
          "me -> access, directory",
          "openai -> access, http, postgres, sums",
          "platform -> access, currency, postgres, sums",
          "postgres -> access",
          "signin -> http",
          "sums -> access, http, postgres",
          "tags -> access, currency, http, log, postgres, sums",
          "tokens -> access, directory, http, postgres");

  @ArchTest
  static final ArchRule everyEndpointSaysWhoMayCallIt =
      methods()
          .that()
          .areAnnotatedWith(GET.class)
          .should()
          .beAnnotatedWith(PermissionsAllowed.class)
          .orShould()
          .beAnnotatedWith(Authenticated.class)
          .orShould()
          .beAnnotatedWith(RolesAllowed.class)
          .orShould()
          .beAnnotatedWith(PermitAll.class);
}
