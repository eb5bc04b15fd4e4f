package dev.postroad.compiler.code;

import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import dev.postroad.compiler.annotation.PlanReader;
import dev.postroad.compiler.bus.BusRepository;
import dev.postroad.compiler.bus.ContractSource;
import dev.postroad.compiler.bus.Service;
import dev.postroad.compiler.finding.Place;
import dev.postroad.compiler.plan.InvalidRulesException;
import dev.postroad.compiler.plan.RulePlan;
import dev.postroad.compiler.plan.Uncompiled;
import dev.postroad.compiler.proto.Protoc;
import dev.postroad.compiler.proto.SourceLines;
import dev.postroad.compiler.proto.WorkFolder;
import dev.postroad.compiler.source.CheckSource;
import dev.postroad.contract.topic.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Generates the code of one service of a bus. Not thread-safe as to one folder; several folders may be written at once.
 */
public final class ServiceCode {
    private static final Pattern PACKAGE = Pattern.compile("[a-zA-Z_]\\w*(\\.[a-zA-Z_]\\w*)*");

    private final BusRepository bus;
    private final Service service;
    private final String topicsPackage;

    /**
     * The code of a service.
     *
     * @param bus a repository without errors
     * @param service the name in {@code services/<name>.yaml}
     * @param topicsPackage the Java package of the class {@code Topics}
     * @throws UnknownServiceException if the bus does not declare the service
     * @throws IllegalArgumentException if the package is no name of a Java package, or the repository has errors
     */
    public ServiceCode(BusRepository bus, String service, String topicsPackage) {
        if (bus.hasErrors()) {
            throw new IllegalArgumentException("code is generated from a repository without errors");
        }
        if (!PACKAGE.matcher(topicsPackage).matches()) {
            throw new IllegalArgumentException("'%s' is no name of a Java package".formatted(topicsPackage));
        }
        this.bus = bus;
        this.topicsPackage = topicsPackage;
        this.service = bus.services().stream()
                .filter(declared -> declared.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new UnknownServiceException(service, bus));
    }

    /**
     * What was generated.
     *
     * @param topics the topics of the service
     * @param changed how many files were written anew or deleted; 0 if all was there already
     * @param uncompiled the rules that could not be compiled; protovalidate checks the messages that have them
     */
    public record Result(List<Contract> topics, int changed, List<Uncompiled> uncompiled) {
        public Result {
            topics = List.copyOf(topics);
            uncompiled = List.copyOf(uncompiled);
        }
    }

    /**
     * Makes a folder hold the service's code, and nothing else.
     *
     * @throws IOException if the folder cannot be written
     * @throws IllegalArgumentException if constraints make no sense, or a message has the name of a check
     */
    public Result writeTo(Path folder, Protoc protoc) throws IOException {
        var contracts = contracts();
        try (var work = new WorkFolder()) {
            var files = files(contracts);
            if (!files.isEmpty()) {
                protoc.generateJava(bus.contractsFolder(), files, work.path());
            }
            var topics = new TopicsSource(service.name(), topicsPackage, contracts);
            write(work.path().resolve(topics.path()), topics.text());
            var uncompiled = new ArrayList<Uncompiled>();
            var reader = new PlanReader();
            for (var contract : contracts) {
                var check = new CheckSource(contract, plan(reader, contract));
                writeCheck(work.path().resolve(check.path()), check);
                uncompiled.addAll(check.plan().uncompiled());
            }
            return new Result(contracts, new SourceTree(folder).become(work.path()), uncompiled);
        }
    }

    private RulePlan plan(PlanReader reader, Contract contract) {
        try {
            return reader.read(contract.message());
        } catch (InvalidRulesException e) {
            throw new IllegalArgumentException("%s (%s)".formatted(e.getMessage(), place(e.element())), e);
        }
    }

    /** Where an element of the bus is written. */
    public Place place(GenericDescriptor element) {
        return bus.files().stream()
                .filter(file -> file.descriptor() == element.getFile())
                .findFirst()
                .map(file -> new SourceLines(file).of(element))
                .orElseGet(() -> Place.of(element.getFile().getName()));
    }

    private static void writeCheck(Path file, CheckSource check) throws IOException {
        if (Files.exists(file)) {
            throw new IllegalArgumentException(
                    "the check of %s is the class %s, but there is a message of that name; rename the message"
                            .formatted(check.contract().message().getFullName(), check.className()));
        }
        write(file, check.text());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    private List<Contract> contracts() {
        return bus.contracts().stream()
                .map(ContractSource::contract)
                .filter(contract -> uses(contract.topic().toString()))
                .toList();
    }

    private boolean uses(String topic) {
        return service.publishes().contains(topic) || service.subscribesTo(topic);
    }

    /** The files of the contracts and all that they import from the bus. */
    private List<String> files(List<Contract> contracts) {
        var names = new TreeSet<String>();
        contracts.forEach(contract -> reach(contract.message().getFile(), names));
        return List.copyOf(names);
    }

    private void reach(FileDescriptor file, TreeSet<String> names) {
        if (bus.holds(file) && names.add(file.getName())) {
            file.getDependencies().forEach(dependency -> reach(dependency, names));
        }
    }
}
