package io.tokenledger.service.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The rule of all schedules; each service's test includes it by {@code ArchTests.in}. */
public final class ScheduleRules {

  private static final String SCHEDULED = "io.quarkus.scheduler.Scheduled";
  private static final String SETTING_WITHOUT_DEFAULT = "\\$\\{[^:}]+}";

  /** The default of a setting has one home, the mapping: {@code ${name:1h}} would be a second. */
  @ArchTest
  static final ArchRule howOftenIsASettingWhoseDefaultIsInItsMapping =
      methods()
          .that()
          .areAnnotatedWith(SCHEDULED)
          .should(
              new ArchCondition<JavaMethod>("run as often as a setting says") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  String every =
                      (String) method.getAnnotationOfType(SCHEDULED).get("every").orElse("");
                  events.add(
                      new SimpleConditionEvent(
                          method,
                          every.matches(SETTING_WITHOUT_DEFAULT),
                          method.getFullName() + " runs every " + every));
                }
              });

  private ScheduleRules() {}
}
