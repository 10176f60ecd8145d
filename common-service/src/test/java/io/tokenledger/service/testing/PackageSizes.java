package io.tokenledger.service.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.TreeMap;

/** Counts the files of each package: one who opens a shelf must be able to read its labels. */
final class PackageSizes extends ArchCondition<JavaClass> {

  private final int most;
  private final Map<String, Integer> files = new TreeMap<>();

  PackageSizes(int most) {
    super("lie in a package of at most %d files", most);
    this.most = most;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (type.isTopLevelClass()) {
      files.merge(type.getPackageName(), 1, Integer::sum);
    }
  }

  @Override
  public void finish(ConditionEvents events) {
    files.forEach(
        (name, count) ->
            events.add(
                new SimpleConditionEvent(name, count <= most, name + " has " + count + " files")));
  }
}
