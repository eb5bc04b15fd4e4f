package dev.postroad.client.tls;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.apache.kafka.common.Endpoint;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.server.authorizer.AclCreateResult;
import org.apache.kafka.server.authorizer.AclDeleteResult;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;
import org.apache.kafka.server.authorizer.Authorizer;
import org.apache.kafka.server.authorizer.AuthorizerServerInfo;

/** Lets everybody do everything, and remembers as whom a broker knows those who write to topics. */
public final class WritersSeen implements Authorizer {
    /** One entry for each change from one writer to another; the broker makes the instance, so this is shared. */
    private static final List<String> NAMES = new CopyOnWriteArrayList<>();

    static List<String> names() {
        return List.copyOf(NAMES);
    }

    static void forget() {
        NAMES.clear();
    }

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        if (actions.stream().anyMatch(action -> action.operation() == AclOperation.WRITE)) {
            seen(context.principal().getName());
        }
        return actions.stream().map(action -> AuthorizationResult.ALLOWED).toList();
    }

    private static synchronized void seen(String name) {
        if (NAMES.isEmpty() || !NAMES.get(NAMES.size() - 1).equals(name)) {
            NAMES.add(name);
        }
    }

    @Override
    public Map<Endpoint, ? extends CompletionStage<Void>> start(AuthorizerServerInfo server) {
        return server.endpoints().stream()
                .collect(Collectors.toMap(endpoint -> endpoint, endpoint -> CompletableFuture.completedStage(null)));
    }

    @Override
    public List<? extends CompletionStage<AclCreateResult>> createAcls(
            AuthorizableRequestContext context, List<AclBinding> bindings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<? extends CompletionStage<AclDeleteResult>> deleteAcls(
            AuthorizableRequestContext context, List<AclBindingFilter> filters) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<AclBinding> acls(AclBindingFilter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public void close() {}
}
