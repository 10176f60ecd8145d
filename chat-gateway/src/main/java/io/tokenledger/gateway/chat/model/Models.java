package io.tokenledger.gateway.chat.model;

import io.tokenledger.gateway.keys.CallKey;
import io.tokenledger.gateway.request.Api;
import io.tokenledger.gateway.upstream.Upstream;
import io.tokenledger.gateway.upstream.Upstreams;
import io.tokenledger.gateway.upstream.Upstreams.Choice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which models there are to write to, and how each is spoken to. */
@ApplicationScoped
public class Models {

  private static final String CLAUDE = "claude";

  private final Upstreams upstreams;

  Models(Upstreams upstreams) {
    this.upstreams = upstreams;
  }

  /**
   * A model to choose.
   *
   * @param id as a question names it
   */
  public record Offer(String id, String upstream, String provider) {}

  /**
   * What the key may call, of what is wanted; where nothing is, of what the key names or upstreams
   * list.
   */
  public List<Offer> offered(CallKey key, Set<String> wanted) {
    Set<String> named = wanted.isEmpty() ? key.models() : wanted;
    Stream<String> all = named.isEmpty() ? listed() : named.stream();
    return all.distinct()
        .sorted()
        .flatMap(model -> choice(model).map(choice -> offer(key, model, choice)).stream())
        .flatMap(Optional::stream)
        .toList();
  }

  /** As keys have the names of models: without those of upstreams. */
  public Set<String> plain(Set<String> models) {
    return models.stream()
        .map(model -> choice(model).map(Choice::model).orElse(model))
        .collect(Collectors.toSet());
  }

  /** How the model is spoken to; empty where no upstream takes it that a chat can be had with. */
  public Optional<Dialect> dialect(String model) {
    return first(model, upstreams::forListed).or(() -> first(model, upstreams::forModel));
  }

  private Optional<Dialect> first(String model, BiFunction<Api, String, Optional<Choice>> way) {
    boolean claude = model.substring(model.indexOf('/') + 1).startsWith(CLAUDE);
    Comparator<Dialect> likely = Comparator.comparing(each -> each instanceof AnthropicDialect);
    return Dialect.ALL.stream()
        .sorted(claude ? likely.reversed() : likely)
        .filter(dialect -> way.apply(dialect.api(), model).isPresent())
        .findFirst();
  }

  private Stream<String> listed() {
    return upstreams.all().stream()
        .filter(upstream -> Dialect.ALL.stream().anyMatch(each -> upstream.speaks(each.api())))
        .flatMap(upstream -> upstream.models().stream());
  }

  private Optional<Choice> choice(String model) {
    return dialect(model).flatMap(dialect -> upstreams.forModel(dialect.api(), model));
  }

  private static Optional<Offer> offer(CallKey key, String model, Choice choice) {
    Upstream upstream = choice.upstream();
    return key.allows(choice.model()) && key.allowsUpstream(upstream.name())
        ? Optional.of(new Offer(model, upstream.name(), upstream.provider()))
        : Optional.empty();
  }
}
