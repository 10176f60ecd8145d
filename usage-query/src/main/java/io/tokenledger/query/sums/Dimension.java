package io.tokenledger.query.sums;

/** What usage can be told apart by, with the name it has in the contract. */
public enum Dimension {
  PROVIDER("provider"),
  MODEL_NAME("modelName"),
  FEATURE("feature"),
  CATEGORY("category"),
  ACTIVITY("activity"),
  USER("user"),
  TAG("tag");

  private final String contractName;

  Dimension(String contractName) {
    this.contractName = contractName;
  }

  public String contractName() {
    return contractName;
  }
}
