package dev.postroad.client.tls;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Material while it is in use, and afterwards, for as long as connections are open that began with it. */
final class Generation {
    private final Material material;
    private final SSLContext context;
    private volatile @Nullable Retirement retirement;

    Generation(Material material) {
        this.material = material;
        this.context = material.context();
    }

    Material material() {
        return material;
    }

    SSLContext context() {
        return context;
    }

    /** There is a newer one. */
    void retire(Retirement when) {
        retirement = when;
    }

    /** When its connections are to end; null while it is the newest. */
    @Nullable
    Retirement retirement() {
        return retirement;
    }
}
