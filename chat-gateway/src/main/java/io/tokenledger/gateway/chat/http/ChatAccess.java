package io.tokenledger.gateway.chat.http;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.OrgIds;
import io.tokenledger.events.UsageLimits;
import io.tokenledger.gateway.chat.ChatConfig;
import io.tokenledger.gateway.chat.Chatter;
import io.tokenledger.gateway.keys.CallKey;
import io.tokenledger.gateway.keys.CallKeys;
import io.tokenledger.gateway.keys.HeldKey;
import io.tokenledger.service.access.ApiTokenGrant;
import io.tokenledger.service.access.Caller;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.access.OrgRole;
import io.tokenledger.service.access.Roles;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Input;
import io.tokenledger.service.http.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who writes: members of orgs, and machines with an API token that may call models. What people
 * write is theirs alone, so that no role opens the conversations of others, superadmin's neither.
 */
@ApplicationScoped
class ChatAccess {

  private static final String USER = "X-Tokenledger-User";
  private static final String BEARER = "Bearer ";

  private final Caller caller;
  private final Roles roles;
  private final CallKeys keys;
  private final ChatConfig config;

  ChatAccess(Caller caller, Roles roles, CallKeys keys, ChatConfig config) {
    this.caller = caller;
    this.roles = roles;
    this.keys = keys;
    this.config = config;
  }

  /**
   * The caller; fails where conversations are switched off, and for a token that calls no model.
   */
  Uni<Chatter> who(HttpHeaders headers) {
    requireOn();
    if (caller.apiToken().isPresent()) {
      return keys.of(secret(headers)).map(found -> machine(found, headers));
    }
    String userId = Input.parameter("sub", caller.userId()).text(UsageLimits.MAX_ID);
    return roles.everywhere().map(found -> new Chatter(userId, orgs(found), Optional.empty()));
  }

  /** Lets owners and admins of the org see what all have written; superadmins, too. */
  Uni<Void> requireAdministrator(String orgId) {
    requireOn();
    if (caller.isSuperadmin() && OrgIds.isOrgId(orgId)) {
      return Uni.createFrom().voidItem();
    }
    return roles
        .in(orgId)
        .map(role -> role.filter(held -> held.permits(OrgPermission.ADMINISTER)))
        .invoke(
            administrator ->
                administrator.orElseThrow(
                    () ->
                        new ApiException(
                            ProblemCode.FORBIDDEN,
                            "Only owners and admins of an org may export what all have written.")))
        .replaceWithVoid();
  }

  /**
   * The org that is named, or the only one there is.
   *
   * @param named may be absent
   */
  static String org(Chatter who, Input named) {
    if (named.isAbsent() && who.orgs().size() > 1) {
      throw named.refused("must name one of your orgs: you have several.");
    }
    String orgId = named.isAbsent() ? who.orgs().stream().findFirst().orElse("") : named.orgId();
    if (!who.orgs().contains(orgId)) {
      throw new ApiException(
          ProblemCode.FORBIDDEN, "You are no member of this org, or there is none.");
    }
    return orgId;
  }

  /** The org that is named, or all. */
  static Set<String> orgs(Chatter who, Input named) {
    return named.isAbsent() ? who.orgs() : Set.of(org(who, named));
  }

  private void requireOn() {
    if (!config.enabled()) {
      throw ApiException.notFound(
          "Conversations are switched off here (tokenledger.gateway.chat.enabled).");
    }
  }

  private static Set<String> orgs(Map<String, OrgRole> roles) {
    return roles.entrySet().stream()
        .filter(org -> OrgIds.isOrgId(org.getKey()))
        .filter(org -> org.getValue().permits(OrgPermission.OWN_READ))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Chatter machine(Optional<CallKey> found, HttpHeaders headers) {
    CallKey key =
        found.orElseThrow(
            () ->
                new ApiException(
                    ProblemCode.FORBIDDEN, "The API token does not have the scope llm:call."));
    Input named = Input.parameter(USER, headers.getHeaderString(USER));
    Optional<String> user =
        key.userFromRequest()
            ? named.given().map(text -> text.text(UsageLimits.MAX_ID)).or(key::userId)
            : key.userId();
    String owner = user.orElseGet(() -> ApiTokenGrant.ACTOR_PREFIX + key.tokenId().orElseThrow());
    HeldKey held = new HeldKey(key.ofUser(user), Optional.of(secret(headers)));
    return new Chatter(owner, Set.of(key.orgId()), Optional.of(held));
  }

  /** It was found to be one before. */
  private static String secret(HttpHeaders headers) {
    return headers.getHeaderString(HttpHeaders.AUTHORIZATION).substring(BEARER.length()).strip();
  }
}
