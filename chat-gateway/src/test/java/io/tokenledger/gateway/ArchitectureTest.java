package io.tokenledger.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.tokenledger.service.testing.ScheduleRules;
import io.tokenledger.service.testing.ServiceRules;
import io.tokenledger.service.testing.SubjectEdges;

@AnalyzeClasses(
    packages = "io.tokenledger.gateway",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests RULES = ArchTests.in(ServiceRules.class);

  @ArchTest
  static final ArchRule SUBJECTS_KNOW_ONLY_THESE =
      SubjectEdges.of(
          "io.tokenledger.gateway",
          "flow -> accounting, answer, background, chat, keys, metrics, pricebook, pump, refusal, request, upstream",
          "accounting -> answer, request",
          "answer -> request",
          "background -> accounting, answer, request, upstream",
          "chat -> keys, request, upstream",
          "echo -> request, upstream",
          "pump -> answer, refusal, upstream",
          "refusal -> request",
          "request -> keys",
          "upstream -> request");

  /** So that every dialect can be tested byte by byte, without a server. */
  @ArchTest
  static final ArchRule WHAT_READS_BYTES_KNOWS_NO_NETWORK =
      noClasses()
          .that()
          .resideInAnyPackage("..gateway.request..", "..gateway.answer..", "..gateway.refusal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..", "io.vertx.core.http..", "io.vertx.core.net..", "jakarta..");

  @ArchTest static final ArchTests SCHEDULES = ArchTests.in(ScheduleRules.class);
}
