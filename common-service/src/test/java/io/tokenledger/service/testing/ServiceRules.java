package io.tokenledger.service.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;

/** The rules of every service; each service's test includes them by {@code ArchTests.in}. */
public final class ServiceRules {

  private static final String SERVICES = "io.tokenledger.[ingest|aggregate|query|prices]";

  @ArchTest
  static final ArchRule theDomainKnowsNoAdapterAndNoTechnology =
      noClasses()
          .that()
          .resideInAPackage(SERVICES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              SERVICES + ".*..",
              "io.vertx..",
              "org.apache.kafka..",
              "jakarta.ws.rs..",
              "jakarta.persistence..",
              "java.sql..");

  @ArchTest
  static final ArchRule adaptersDoNotKnowOneAnother =
      slices().matching(SERVICES + ".(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule beansAreMadeByTheirConstructors =
      noFields().should().beAnnotatedWith(Inject.class);

  @ArchTest
  static final ArchRule moneyIsNeverBinaryFloatingPoint =
      noFields()
          .that()
          .haveNameMatching("(?i).*(cost|price|usd|nanos|micros|amount).*")
          .should()
          .haveRawType(double.class)
          .orShould()
          .haveRawType(float.class);

  @ArchTest
  static final ArchRule noMethodAnswersMoneyInBinaryFloatingPoint =
      noMethods()
          .that()
          .haveNameMatching("(?i).*(cost|price|usd|nanos|micros|amount).*")
          .should()
          .haveRawReturnType(double.class)
          .orShould()
          .haveRawReturnType(float.class);

  private ServiceRules() {}
}
