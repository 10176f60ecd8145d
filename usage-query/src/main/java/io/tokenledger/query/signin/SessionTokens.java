package io.tokenledger.query.signin;

import io.smallrye.jwt.build.Jwt;
import io.tokenledger.query.signin.SignIn.SignedIn;
import io.tokenledger.service.access.AccessConfig;
import io.tokenledger.service.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Signs the JWTs of a session. They name a user and no roles: these come from the directory. Only
 * the audience tells the two apart, and keeps the one that resumes sessions out of every API.
 */
@ApplicationScoped
class SessionTokens {

  private static final String API = "tokenledger";
  private static final String SESSION = "tokenledger-session";

  private final Clock clock = Clock.systemUTC();
  private final SignInConfig config;
  private final SigningKey key;
  private final String superadmin;

  SessionTokens(SignInConfig config, AccessConfig access, SigningKey key) {
    this.config = config;
    this.key = key;
    this.superadmin = access.groupPrefix().orElse("") + Caller.SUPERADMIN;
  }

  SignedIn sessionOf(String userId) {
    Instant end = now().plus(config.lifetime());
    return new SignedIn(sign(API, userId, end), sign(SESSION, userId, end), end);
  }

  SignedIn resumed(RunningSession running, String session) {
    return new SignedIn(sign(API, running.userId(), running.end()), session, running.end());
  }

  /** Absent for what was not signed here as a session, or is over. */
  Optional<RunningSession> runningIn(String session) {
    try {
      JwtClaims claims =
          new JwtConsumerBuilder()
              .setJwsAlgorithmConstraints(
                  ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
              .setVerificationKey(key.publicHalf())
              .setExpectedIssuer(config.issuer())
              .setExpectedAudience(SESSION)
              .setRequireSubject()
              .setRequireExpirationTime()
              .build()
              .processToClaims(session);
      Instant end = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
      return Optional.of(new RunningSession(claims.getSubject(), end));
    } catch (InvalidJwtException | MalformedClaimException e) {
      return Optional.empty();
    }
  }

  /** Whose it is, and until when. */
  record RunningSession(String userId, Instant end) {}

  private String sign(String audience, String userId, Instant end) {
    return Jwt.issuer(config.issuer())
        .audience(audience)
        .subject(userId)
        .upn(userId)
        .groups(groupsOf(userId))
        .issuedAt(now())
        .expiresAt(end)
        .sign(key.privateHalf());
  }

  private Set<String> groupsOf(String userId) {
    boolean isOne = config.superadmins().filter(them -> them.contains(userId)).isPresent();
    return isOne ? Set.of(superadmin) : Set.of();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
