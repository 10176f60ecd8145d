package io.tokenledger.query.dashboard;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings as a file would give them. */
final class Settings {

  private Settings() {}

  static DashboardConfig of(Map<String, String> properties) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder().addDefaultInterceptors().withMapping(DashboardConfig.class);
    properties.forEach(
        (name, value) -> builder.withDefaultValue("tokenledger.dashboard." + name, value));
    return builder.build().getConfigMapping(DashboardConfig.class);
  }
}
