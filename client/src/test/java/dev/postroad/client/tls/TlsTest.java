package dev.postroad.client.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class TlsTest {
    private static final Duration SOON = Duration.ofMillis(20);

    private final TestAuthority authority = TestAuthority.named("authority");
    private final TestCertificate first = authority.issue("billing-1");
    private final TestCertificate second = authority.issue("billing-2");
    private final MovedClock clock = new MovedClock();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Tls.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final TestFolder folder;
    private final Tls tls;

    TlsTest(@TempDir Path path) {
        folder = new TestFolder(path);
        folder.put(first, authority.pem());
        tls = new Tls(folder.files(), SOON, Duration.ofMinutes(5), clock, () -> 0.5);
        logged.start();
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(logged);
    }

    @AfterEach
    void leaveTheLogAlone() {
        logger.detachAppender(logged);
        logger.setLevel(null);
        logger.setAdditive(true);
    }

    @Test
    void isRefusedFilesThatAreNoGood() {
        folder.put(first.certificatePem(), second.keyPem(), authority.pem());

        assertThatThrownBy(() -> Tls.of(folder.files())).isInstanceOf(FileRefusedException.class);
    }

    @Test
    void takesNewContentIntoUse() {
        folder.put(second, authority.pem());

        tls.look();
        tls.look();

        assertThat(tls.material().identity()).map(Identity::name).hasValue("CN=billing-2");
        assertThat(tls.figures()).returns(1L, TlsFigures::rotations).returns(0L, TlsFigures::refusals);
        assertThat(logged.list).extracting(ILoggingEvent::getMessage).containsExactly("Certificates rotated");
        assertThat(logged.list.get(0).getKeyValuePairs())
                .extracting(pair -> pair.key + '=' + pair.value)
                .contains("principal=CN=billing-2", "trusted=1");
    }

    @Test
    void takesNewTrustAlone() {
        folder.put(first, authority.pem() + TestAuthority.named("other").pem());

        tls.look();

        assertThat(tls.material().trusted().orElseThrow()).hasSize(2);
        assertThat(tls.figures().rotations()).isEqualTo(1);
    }

    @Test
    void keepsTheLastGoodOneAndSaysSoOnce() {
        folder.put(first.certificatePem(), second.keyPem(), authority.pem());

        tls.look();
        tls.look();
        tls.look();

        assertThat(tls.material().identity()).map(Identity::name).hasValue("CN=billing-1");
        assertThat(tls.figures().refusals()).isEqualTo(1);
        assertThat(tls.figures().refused())
                .hasValueSatisfying(reason -> assertThat(reason)
                        .startsWith("%s: the key does not belong to the certificate of CN=billing-1"
                                .formatted(folder.key())));
        assertThat(logged.list)
                .extracting(ILoggingEvent::getMessage)
                .containsExactly("New certificates refused; the last good ones stay in use");
    }

    @Test
    void saysNothingOfAFileThatIsStillBeingWritten() {
        var pem = second.certificatePem();
        folder.put(pem.substring(0, 200), second.keyPem(), authority.pem());
        tls.look();
        folder.put(pem.substring(0, 300), second.keyPem(), authority.pem());
        tls.look();

        folder.put(second, authority.pem());
        tls.look();

        assertThat(tls.figures()).returns(1L, TlsFigures::rotations).returns(0L, TlsFigures::refusals);
    }

    @Test
    void forgetsARefusalWhenTheOldContentIsBack() {
        folder.put("", second.keyPem(), authority.pem());
        tls.look();
        tls.look();
        assertThat(tls.figures().refused()).isPresent();

        folder.put(first, authority.pem());
        tls.look();

        assertThat(tls.figures().refused()).isEmpty();
        assertThat(tls.figures()).returns(0L, TlsFigures::rotations).returns(1L, TlsFigures::refusals);
    }

    @Test
    void takesACertificateOfTomorrowTomorrow() {
        var from = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        folder.put(
                authority.issue(new TestAuthority.Request("billing-2", TestAuthority.keys("EC")).from(from)),
                authority.pem());
        tls.look();
        tls.look();
        assertThat(tls.figures().refusals()).isEqualTo(1);

        clock.forward(Duration.ofHours(1));
        tls.look();

        assertThat(tls.material().identity()).map(Identity::name).hasValue("CN=billing-2");
    }

    @Test
    void putsNoKeyIntoTheLog() {
        var key = second.keyPem().lines().skip(1).findFirst().orElseThrow();
        folder.put(first.certificatePem(), second.keyPem().replace("-----END", "-----EMD"), authority.pem());
        tls.look();
        tls.look();
        folder.put(first.certificatePem(), second.keyPem().replaceFirst("\nM", "\n*"), authority.pem());
        tls.look();
        tls.look();
        folder.put(second, authority.pem());
        tls.look();

        assertThat(logged.list).hasSize(3).allSatisfy(event -> {
            assertThat(event.getFormattedMessage()).doesNotContain(key.substring(1));
            assertThat(event.getKeyValuePairs().toString()).doesNotContain(key.substring(1));
            assertThat(event.getThrowableProxy()).isNull();
        });
        assertThat(tls.toString()).isEqualTo("TLS as CN=billing-2, trusting " + folder.trust());
    }

    @Test
    void countsTheDaysThatAreLeft() {
        assertThat(tls.figures().daysLeft()).isEqualTo(OptionalLong.of(29));

        clock.forward(Duration.ofDays(30));

        assertThat(tls.figures().daysLeft()).isEqualTo(OptionalLong.of(-1));
    }

    @Test
    void countsNoDaysWithoutACertificate() {
        var trusting = Tls.of(PemFiles.trusting(folder.trust()));

        assertThat(trusting.figures().daysLeft()).isEmpty();
        assertThat(trusting).hasToString("TLS as nobody, trusting " + folder.trust());
    }

    @Test
    void looksAtFilesForAsLongAsAFactoryIsOpen() {
        var factory = new TlsEngineFactory();
        factory.configure(tls.kafkaProperties());
        var other = new TlsEngineFactory();
        other.configure(tls.kafkaProperties());
        other.close();
        other.close();
        folder.put(second, authority.pem());
        await().until(() -> tls.figures().rotations() == 1);

        factory.close();

        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("postroad-certificates")));
    }

    @Test
    void makesEnginesThatVerifyTheHostAndSpeakWhatIsSafe() {
        try (var factory = new TlsEngineFactory()) {
            factory.configure(tls.kafkaProperties());

            var engine = factory.createClientSslEngine("localhost", 9093, "https");

            assertThat(engine.getUseClientMode()).isTrue();
            assertThat(engine.getEnabledProtocols()).containsExactly("TLSv1.3", "TLSv1.2");
            assertThat(engine.getSSLParameters().getEndpointIdentificationAlgorithm())
                    .isEqualTo("https");
            assertThat(engine.getPeerHost()).isEqualTo("localhost");
        }
    }

    @Test
    void isRebuiltForOtherCertificatesOnly() throws Exception {
        try (var factory = new TlsEngineFactory()) {
            factory.configure(tls.kafkaProperties());
            folder.put(second, authority.pem());
            tls.look();

            assertThat(factory.shouldBeRebuilt(tls.kafkaProperties())).isFalse();
            assertThat(factory.shouldBeRebuilt(Tls.of(folder.files()).kafkaProperties()))
                    .isTrue();
            assertThat(factory.reconfigurableConfigs()).containsExactly("postroad.tls");
            assertThat(Objects.requireNonNull(factory.keystore()).getCertificate("service"))
                    .isEqualTo(second.chain().get(0));
            assertThat(Objects.requireNonNull(factory.truststore()).size()).isEqualTo(1);
        }
    }

    @Test
    void isNotForBrokers() {
        try (var factory = new TlsEngineFactory()) {
            factory.configure(tls.kafkaProperties());

            assertThatThrownBy(() -> factory.createServerSslEngine("localhost", 9093))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void saysWhatAFactoryLacks() {
        try (var factory = new TlsEngineFactory()) {
            assertThatThrownBy(() -> factory.configure(Map.of()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage(
                            "dev.postroad.client.tls.TlsEngineFactory goes with the other properties that Security.kafkaProperties() gives");
            assertThatThrownBy(() -> factory.createClientSslEngine("localhost", 9093, "https"))
                    .hasMessage("configure comes before use, and close after it");
        }
    }

    @Test
    void wantsCertificateAndKeyTogether() {
        assertThatThrownBy(() -> new PemFiles(Optional.of(folder.certificate()), Optional.empty(), Optional.empty()))
                .hasMessage("certificate and key belong together, got %s and no key", folder.certificate());
    }
}
