package dev.postroad.compiler.bus;

import com.google.protobuf.Descriptors.FileDescriptor;
import dev.postroad.compiler.finding.Finding;
import dev.postroad.compiler.finding.Severity;
import dev.postroad.compiler.proto.Compilation.SourceFile;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.contract.topic.Contract;
import dev.postroad.contract.topic.GroupName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a bus repository declares, and what is wrong with it.
 *
 * @param root the folder
 * @param name the bus, as {@code postroad.yaml} names it
 * @param clusters by environment
 * @param teams from {@code teams.yaml}
 * @param services from {@code services/*.yaml}
 * @param files every compiled file of {@code contracts/}; empty if they do not compile
 * @param contracts every valid contract, sorted by topic
 * @param demo what {@code postroad up} starts, in this order
 * @param findings sorted by file and line
 */
public record BusRepository(
        Path root,
        String name,
        List<Cluster> clusters,
        List<Team> teams,
        List<Service> services,
        List<SourceFile> files,
        List<ContractSource> contracts,
        List<DemoProcess> demo,
        List<Finding> findings) {
    /** The file that makes a folder a bus repository. */
    public static final String MAIN_FILE = "postroad.yaml";

    /** The folder of the contracts, below the repository's. */
    public static final String CONTRACTS = "contracts";

    public BusRepository {
        clusters = List.copyOf(clusters);
        teams = List.copyOf(teams);
        services = List.copyOf(services);
        files = List.copyOf(files);
        contracts = List.copyOf(contracts);
        demo = List.copyOf(demo);
        findings = findings.stream().sorted().toList();
    }

    /**
     * Loads and checks a repository.
     *
     * @throws NotABusException if the folder has no {@code postroad.yaml}
     * @throws dev.postroad.compiler.proto.ProtocUnavailableException if contracts cannot be compiled here
     */
    public static BusRepository load(Path root, Protoc protoc) {
        if (!Files.isDirectory(root)) {
            throw new NotABusException("%s is no folder; name the folder of a bus repository".formatted(root));
        }
        if (!Files.isRegularFile(root.resolve(MAIN_FILE))) {
            throw new NotABusException(
                    "%s has no %s, so it is no bus repository; name another folder with --bus, or create the file with 'name: <bus>'"
                            .formatted(root, MAIN_FILE));
        }
        return new BusLoader(root, protoc).load();
    }

    /** Whether something must be mended before the repository is applied. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** Whether protoc took the contracts; if not, there are neither files nor contracts. */
    public boolean isCompiled() {
        return !files.isEmpty()
                || findings.stream()
                        .noneMatch(finding -> finding.severity() == Severity.ERROR
                                && finding.place().file().startsWith(CONTRACTS));
    }

    /** The folder of the contracts; what they import from each other is named relative to it. */
    public Path contractsFolder() {
        return root.resolve(CONTRACTS);
    }

    /** Whether a file is one of the repository's, and not one that Postroad brings. */
    public boolean holds(FileDescriptor file) {
        return files.stream().anyMatch(source -> source.descriptor() == file);
    }

    /** The contract of a topic, by the name in the contract language or by Kafka's. */
    public Optional<Contract> contract(String topic) {
        return contracts.stream()
                .map(ContractSource::contract)
                .filter(contract -> contract.topic().toString().equals(topic)
                        || contract.kafkaTopic().equals(topic))
                .findFirst();
    }

    /** The cluster of an environment. */
    public Optional<Cluster> cluster(String environment) {
        return clusters.stream()
                .filter(cluster -> cluster.environment().equals(environment))
                .findFirst();
    }

    /** The services that declare to subscribe to a topic. */
    public List<Service> subscribers(Contract contract) {
        return services.stream()
                .filter(service -> service.subscribesTo(contract.topic().toString()))
                .toList();
    }

    /** The consumer groups with which services declare to subscribe to a topic. */
    public List<GroupName> groups(Contract contract) {
        return services.stream()
                .flatMap(service -> service.groups(contract.topic().toString()).stream())
                .toList();
    }

    /** The services that declare to publish a topic. */
    public List<Service> publishers(Contract contract) {
        return services.stream()
                .filter(service -> service.publishes().contains(contract.topic().toString()))
                .toList();
    }
}
