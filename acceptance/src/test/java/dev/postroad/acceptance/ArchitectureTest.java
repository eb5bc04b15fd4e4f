package dev.postroad.acceptance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms and their doors, as the design has them. */
class ArchitectureTest {
    private static final String BASE = "dev.postroad.";

    /** What each room may depend on; what is not listed is not allowed. */
    private static final Map<String, List<String>> ROOMS = Map.of(
            "contract", List.of(),
            "compiler", List.of("contract"),
            "broker", List.of(),
            "client", List.of("contract"),
            "platform", List.of("contract", "compiler", "client"),
            "testkit", List.of("broker", "client", "contract"),
            "maven", List.of("contract", "compiler"),
            "cli", List.of("contract", "compiler", "client", "platform", "broker"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOMS.keySet().stream().map(BASE::concat).toList());

    static Stream<Arguments> rooms() {
        return ROOMS.entrySet().stream()
                .map(room -> Arguments.argumentSet(room.getKey(), room.getKey(), room.getValue()));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void lets(String room, List<String> doors) {
        var others = new TreeSet<>(ROOMS.keySet());
        others.remove(room);
        doors.forEach(others::remove);

        noClasses()
                .that()
                .resideInAPackage(BASE + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        others.stream().map(other -> BASE + other + "..").toArray(String[]::new))
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void hasNoCycleOfPackages() {
        slices().matching("dev.(postroad).(*).(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void isFourSegmentsDeepAtMost() {
        classes().should(new IsShallow()).check(CLASSES);
    }

    @Test
    void keepsTheServerOfKafkaInTheBroker() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.postroad.broker..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "kafka..",
                        "org.apache.kafka.server..",
                        "org.apache.kafka.metadata..",
                        "org.apache.kafka.raft..",
                        "org.apache.kafka.controller..",
                        "org.apache.kafka.image..",
                        "org.apache.kafka.storage..",
                        "org.apache.kafka.coordinator.."))
                .check(CLASSES);
    }

    /** kafka-clients moves what is internal from release to release. */
    @Test
    void leavesTheInternalsOfKafkaClientsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.postroad.broker..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.apache.kafka.common.utils..", "org.apache.kafka..internals.."))
                .check(CLASSES);
    }

    @Test
    void knowsProtovalidateInContractAndCompilerOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.postroad.contract..", "dev.postroad.compiler..")
                .should()
                .dependOnClassesThat(resideInAPackage("build.buf.."))
                .check(CLASSES);
    }

    @Test
    void keepsKafkaOutOfContractAndCompiler() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.postroad.contract..", "dev.postroad.compiler..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.kafka.."))
                .check(CLASSES);
    }

    @Test
    void letsTheClientDependOnLittle() {
        noClasses()
                .that()
                .resideInAPackage("dev.postroad.client..")
                .should()
                .dependOnClassesThat(DescribedPredicate.not(resideInAnyPackage(
                        "java..",
                        "javax.net.ssl..",
                        "javax.security.auth..",
                        "dev.postroad.client..",
                        "dev.postroad.contract..",
                        "com.google.protobuf..",
                        "org.apache.kafka.clients..",
                        "org.apache.kafka.common..",
                        // The JDK's HTTP server.
                        "com.sun.net.httpserver..",
                        "io.opentelemetry.api..",
                        "io.opentelemetry.context..",
                        "org.slf4j..",
                        "org.jspecify..")))
                .check(CLASSES);
    }

    @Test
    void namesPackagesAfterWhatTheyAreAbout() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..service..",
                        "..dto..",
                        "..model..",
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..helper..",
                        "..impl..")
                .check(CLASSES);
    }

    @Test
    void namesTypesAfterWhatTheyAre() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameStartingWith("Base")
                .check(CLASSES);
    }

    @Test
    void saysInEveryPackageWhatIsNull() {
        var packages = CLASSES.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
        var unmarked = new TreeSet<String>();
        for (var name : packages) {
            if (!isNullMarked(name)) {
                unmarked.add(name);
            }
        }

        assertThat(packages).isNotEmpty();
        assertThat(unmarked).isEmpty();
    }

    private static boolean isNullMarked(String name) {
        try {
            return Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** {@code dev.postroad.<room>.<feature>}. */
    private static final class IsShallow extends ArchCondition<JavaClass> {
        IsShallow() {
            super("be at most four packages deep");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            var depth = Arrays.asList(type.getPackageName().split("\\.")).size();
            events.add(new SimpleConditionEvent(type, depth <= 4, type.getName() + " is " + depth + " packages deep"));
        }
    }
}
