package io.tokenledger.query.signin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sign-in by password; for the local stack, and others without an identity provider. */
@ConfigMapping(prefix = "tokenledger.sign-in")
interface SignInConfig {

  /** Whether {@code POST /auth/login} answers. */
  @WithDefault("false")
  boolean enabled();

  /** A Java properties file of user id and password hash; see {@link PasswordHash}. */
  Optional<Path> usersFile();

  /** PEM file of the RSA key (PKCS #8) whose public half the services check tokens with. */
  Optional<Path> privateKeyFile();

  /** How long a session lasts. */
  @WithDefault("8h")
  Duration lifetime();

  /** Which of the users are superadmins. */
  Optional<List<String>> superadmins();

  /** The {@code iss} of its tokens; the services take no other than the default. */
  @WithDefault("${mp.jwt.verify.issuer}")
  String issuer();
}
