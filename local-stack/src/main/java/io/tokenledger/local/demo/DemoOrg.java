package io.tokenledger.local.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * @param weight how much it uses, relative to the others
 * @param monthlyUsd what it means to spend in a month
 * @param features what it does, each as often as it is named
 */
record DemoOrg(
    String id,
    String name,
    int weight,
    long monthlyUsd,
    DemoTag tag,
    List<DemoFeature> features,
    List<DemoUser> users) {

  /** The first users call most, as in any company. */
  DemoUser pickUser(RandomGenerator random) {
    int index = Math.min(random.nextInt(users.size()), random.nextInt(users.size()));
    return users.get(index);
  }

  DemoFeature pickFeature(RandomGenerator random) {
    return features.get(random.nextInt(features.size()));
  }
}
