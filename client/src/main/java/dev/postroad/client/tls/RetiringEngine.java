package dev.postroad.client.tls;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * The engine of one connection, which is the JVM's until there is a newer certificate. Some time after that it refuses
 * to encrypt more, and says that the connection is closed, as it does when the peer has closed it.
 *
 * <p>It does so before the first byte of a request, when each earlier request has had its response; what that request
 * asks for has not begun, so that repeating it does nothing twice. A connection that is never so quiet, as that of a
 * producer under load, is closed before any request when the time is up: then Kafka's client repeats those under way,
 * as it does after any disconnection.
 */
final class RetiringEngine extends SSLEngine {
    private final SSLEngine engine;
    private final Generation generation;
    private final Clock clock;
    private final DoubleSupplier chance;
    private final Exchange exchange = new Exchange();
    private @Nullable Instant end;
    private boolean isClosing;

    RetiringEngine(SSLEngine engine, Generation generation, Clock clock, DoubleSupplier chance) {
        super(engine.getPeerHost(), engine.getPeerPort());
        this.engine = engine;
        this.generation = generation;
        this.clock = clock;
        this.chance = chance;
    }

    @Override
    public SSLEngineResult wrap(ByteBuffer[] from, int offset, int length, ByteBuffer to) throws SSLException {
        if (!isClosing && hasRemaining(from, offset, length) && isOver()) {
            return new SSLEngineResult(Status.CLOSED, HandshakeStatus.NOT_HANDSHAKING, 0, 0);
        }
        var before = positions(from, offset, length);
        var result = engine.wrap(from, offset, length, to);
        for (var index = 0; index < length; index++) {
            exchange.sent(passed(from[offset + index], before[index]));
        }
        return result;
    }

    @Override
    public SSLEngineResult unwrap(ByteBuffer from, ByteBuffer[] to, int offset, int length) throws SSLException {
        var before = positions(to, offset, length);
        var result = engine.unwrap(from, to, offset, length);
        for (var index = 0; index < length; index++) {
            exchange.received(passed(to[offset + index], before[index]));
        }
        return result;
    }

    private static boolean hasRemaining(ByteBuffer[] buffers, int offset, int length) {
        for (var index = offset; index < offset + length; index++) {
            if (buffers[index].hasRemaining()) {
                return true;
            }
        }
        return false;
    }

    private static int[] positions(ByteBuffer[] buffers, int offset, int length) {
        var positions = new int[length];
        for (var index = 0; index < length; index++) {
            positions[index] = buffers[offset + index].position();
        }
        return positions;
    }

    /** The bytes that were read from the buffer, or written to it. */
    private static ByteBuffer passed(ByteBuffer buffer, int before) {
        return buffer.duplicate().position(before).limit(buffer.position());
    }

    private boolean isOver() {
        var retirement = generation.retirement();
        if (retirement == null) {
            return false;
        }
        if (end == null) {
            end = retirement.drawn(chance.getAsDouble());
        }
        var now = clock.instant();
        return exchange.isQuiet()
                ? !now.isBefore(end)
                : !now.isBefore(retirement.until()) && exchange.isBetweenRequests();
    }

    @Override
    public void closeOutbound() {
        isClosing = true;
        engine.closeOutbound();
    }

    @Override
    public void closeInbound() throws SSLException {
        engine.closeInbound();
    }

    @Override
    public boolean isOutboundDone() {
        return engine.isOutboundDone();
    }

    @Override
    public boolean isInboundDone() {
        return engine.isInboundDone();
    }

    @Override
    public @Nullable Runnable getDelegatedTask() {
        return engine.getDelegatedTask();
    }

    @Override
    public void beginHandshake() throws SSLException {
        engine.beginHandshake();
    }

    @Override
    public HandshakeStatus getHandshakeStatus() {
        return engine.getHandshakeStatus();
    }

    @Override
    public SSLSession getSession() {
        return engine.getSession();
    }

    @Override
    public @Nullable SSLSession getHandshakeSession() {
        return engine.getHandshakeSession();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return engine.getSupportedCipherSuites();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return engine.getEnabledCipherSuites();
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        engine.setEnabledCipherSuites(suites);
    }

    @Override
    public String[] getSupportedProtocols() {
        return engine.getSupportedProtocols();
    }

    @Override
    public String[] getEnabledProtocols() {
        return engine.getEnabledProtocols();
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        engine.setEnabledProtocols(protocols);
    }

    @Override
    public SSLParameters getSSLParameters() {
        return engine.getSSLParameters();
    }

    @Override
    public void setSSLParameters(SSLParameters parameters) {
        engine.setSSLParameters(parameters);
    }

    @Override
    public boolean getUseClientMode() {
        return engine.getUseClientMode();
    }

    @Override
    public void setUseClientMode(boolean mode) {
        engine.setUseClientMode(mode);
    }

    @Override
    public boolean getNeedClientAuth() {
        return engine.getNeedClientAuth();
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        engine.setNeedClientAuth(need);
    }

    @Override
    public boolean getWantClientAuth() {
        return engine.getWantClientAuth();
    }

    @Override
    public void setWantClientAuth(boolean want) {
        engine.setWantClientAuth(want);
    }

    @Override
    public boolean getEnableSessionCreation() {
        return engine.getEnableSessionCreation();
    }

    @Override
    public void setEnableSessionCreation(boolean enable) {
        engine.setEnableSessionCreation(enable);
    }

    @Override
    public @Nullable String getApplicationProtocol() {
        return engine.getApplicationProtocol();
    }

    @Override
    public @Nullable String getHandshakeApplicationProtocol() {
        return engine.getHandshakeApplicationProtocol();
    }

    @Override
    public void setHandshakeApplicationProtocolSelector(
            @Nullable BiFunction<SSLEngine, List<String>, String> selector) {
        engine.setHandshakeApplicationProtocolSelector(selector);
    }

    @Override
    public @Nullable BiFunction<SSLEngine, List<String>, String> getHandshakeApplicationProtocolSelector() {
        return engine.getHandshakeApplicationProtocolSelector();
    }
}
