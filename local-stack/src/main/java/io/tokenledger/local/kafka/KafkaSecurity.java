package io.tokenledger.local.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * TLS, passwords by SCRAM, and nothing allowed that no access list allows: as in production.
 *
 * @param keyStore PKCS #12 with the broker's key and certificate, for 127.0.0.1
 * @param keyStorePassword of the store and its key
 * @param certificate PEM that clients trust the broker by
 * @param adminPassword of the user {@link #ADMIN}, who may do everything
 */
public record KafkaSecurity(
    Path keyStore, String keyStorePassword, Path certificate, String adminPassword) {

  public static final String ADMIN = "admin";

  static final String PROTOCOL = "SASL_SSL";

  private static final String MECHANISM = "SCRAM-SHA-512";

  /** What a client of that name needs beside the address. */
  public Map<String, Object> client(String user, String password) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("security.protocol", PROTOCOL);
    settings.put("sasl.mechanism", MECHANISM);
    settings.put("sasl.jaas.config", login(user, password));
    settings.put("ssl.truststore.type", "PEM");
    settings.put("ssl.truststore.location", certificate.toString());
    return settings;
  }

  Map<String, Object> adminClient() {
    return client(ADMIN, adminPassword);
  }

  /** The credentials that the broker itself signs in with must be there before it starts. */
  String scramOfAdmin() {
    return MECHANISM + "=[name=" + ADMIN + ",password=" + adminPassword + "]";
  }

  /** The controller listens on 127.0.0.1 for its own broker only, who is nobody to it. */
  void addTo(Properties values) {
    values.setProperty("sasl.enabled.mechanisms", MECHANISM);
    values.setProperty("sasl.mechanism.inter.broker.protocol", MECHANISM);
    values.setProperty(
        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config", login(ADMIN, adminPassword));
    values.setProperty("ssl.keystore.type", "PKCS12");
    values.setProperty("ssl.keystore.location", keyStore.toString());
    values.setProperty("ssl.keystore.password", keyStorePassword);
    values.setProperty("ssl.key.password", keyStorePassword);
    values.setProperty("ssl.truststore.type", "PEM");
    values.setProperty("ssl.truststore.location", certificate.toString());
    values.setProperty(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    values.setProperty("allow.everyone.if.no.acl.found", "false");
    values.setProperty("super.users", "User:" + ADMIN + ";User:ANONYMOUS");
  }

  private static String login(String user, String password) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
        + user
        + "\" password=\""
        + password
        + "\";";
  }
}
