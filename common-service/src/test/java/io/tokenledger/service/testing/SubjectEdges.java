package io.tokenledger.service.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which subject of a service may know which other one: the whole list, so that a new edge is a
 * decision that somebody writes down. An edge that nobody needs any longer fails, too.
 */
public final class SubjectEdges {

  /** The name of the root package in a list of edges. */
  private static final String FLOW = "flow";

  private SubjectEdges() {}

  /**
   * @param service the root package of the service
   * @param edges one line for each subject that knows others, such as {@code "kafka -> flow,
   *     metrics"}; {@code flow} is the root package
   */
  public static ArchRule of(String service, String... edges) {
    Map<String, Set<String>> allowed = new LinkedHashMap<>();
    for (String edge : edges) {
      String[] sides = edge.split(" -> ");
      allowed.put(sides[0], new TreeSet<>(Arrays.asList(sides[1].split(", "))));
    }
    return classes().should(new KnowOnly(service, allowed));
  }

  private static final class KnowOnly extends ArchCondition<JavaClass> {

    private final String service;
    private final Map<String, Set<String>> allowed;
    private final Map<String, Set<String>> unused = new LinkedHashMap<>();

    KnowOnly(String service, Map<String, Set<String>> allowed) {
      super("know only the subjects that the list of edges names");
      this.service = service;
      this.allowed = allowed;
      allowed.forEach((from, to) -> unused.put(from, new TreeSet<>(to)));
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      String from = subjectOf(type);
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (!isOfService(target) || subjectOf(target).equals(from)) {
          continue;
        }
        String to = subjectOf(target);
        unused.computeIfPresent(from, (subject, left) -> without(left, to));
        boolean listed = allowed.getOrDefault(from, Set.of()).contains(to);
        String message = "%s -> %s: %s".formatted(from, to, dependency.getDescription());
        events.add(new SimpleConditionEvent(type, listed, message));
      }
    }

    @Override
    public void finish(ConditionEvents events) {
      unused.forEach(
          (from, edges) ->
              edges.forEach(
                  to ->
                      events.add(
                          SimpleConditionEvent.violated(
                              from, "%s -> %s: listed, and not needed".formatted(from, to)))));
    }

    private static Set<String> without(Set<String> edges, String used) {
      edges.remove(used);
      return edges;
    }

    private boolean isOfService(JavaClass type) {
      String name = type.getPackageName();
      return name.equals(service) || name.startsWith(service + ".");
    }

    private String subjectOf(JavaClass type) {
      String name = type.getPackageName();
      return name.equals(service) ? FLOW : name.substring(service.length() + 1).split("\\.")[0];
    }
  }
}
