package io.tokenledger.service.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of every service; each service's test includes them by {@code ArchTests.in}, and lists
 * the edges between its subjects by {@link SubjectEdges}.
 */
public final class ServiceRules {

  private static final int MOST_FILES = 22;

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(io\\.tokenledger\\.(?:ingest|aggregate|query|prices|gateway))(?:\\.(\\w+))?.*");

  /**
   * Packages that are named by a technology; the dashboard's is the page that it serves. What a
   * gateway is about is HTTP itself.
   */
  private static final Pattern TECHNOLOGY =
      Pattern.compile(
          ".*\\.(http|kafka|postgres|feed|dashboard)(\\..*)?"
              + "|io\\.tokenledger\\.gateway(\\.(?!keys|metrics).*)?");

  /** What these names promise is a translation from or to a technology. */
  private static final Pattern ADAPTER =
      Pattern.compile(
          "(Postgres|Panache|Kafka)\\w+"
              + "|\\w*(Resource|Parameters|Body|Answer|View|Examples|Cursor|Request|Listing|Cookie)"
              + "|\\w*(Reads|Writes|Repository|Rows?|Columns|Sql|Gauges|Access)");

  private static final DescribedPredicate<JavaClass> THE_DOMAIN =
      describe("are the domain of a service", ServiceRules::isDomain);

  @ArchTest
  static final ArchRule theDomainKnowsNoTechnology =
      noClasses()
          .that(THE_DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tokenledger.service.http..",
              "io.vertx..",
              "org.apache.kafka..",
              "jakarta.ws.rs..",
              "jakarta.persistence..",
              "java.sql..");

  @ArchTest
  static final ArchRule subjectsAreFreeOfCircles =
      slices().assignedFrom(new Subjects()).should().beFreeOfCycles();

  @ArchTest static final ArchRule packagesAreSmall = classes().should(new PackageSizes(MOST_FILES));

  @ArchTest
  static final ArchRule beansAreMadeByTheirConstructors =
      noFields().should().beAnnotatedWith(Inject.class);

  /**
   * The worker has gone when the Uni ends, and another one writes the answer while the end of the
   * Uni's last step puts away the request's scope: now and then the answer is 500, though all is
   * done (github.com/quarkusio/quarkus/issues/51230).
   */
  @ArchTest
  static final ArchRule noBlockingEndpointAnswersAUni =
      noMethods()
          .that()
          .areAnnotatedWith(Blocking.class)
          .should()
          .haveRawReturnType(Uni.class)
          .allowEmptyShould(true);

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

  private static boolean isDomain(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return !TECHNOLOGY.matcher(outer.getPackageName()).matches()
        && !ADAPTER.matcher(outer.getSimpleName()).matches();
  }

  /** The root is a slice like each package right beneath it. */
  private static final class Subjects implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      Matcher subject = SUBJECT.matcher(type.getPackageName());
      if (!subject.matches()) {
        return SliceIdentifier.ignore();
      }
      return SliceIdentifier.of(subject.group(2) == null ? "flow" : subject.group(2));
    }

    @Override
    public String getDescription() {
      return "subjects";
    }
  }
}
