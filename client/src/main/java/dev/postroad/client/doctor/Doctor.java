package dev.postroad.client.doctor;

import dev.postroad.client.connection.BrokerRefusedException;
import dev.postroad.client.connection.BrokerUnreachableException;
import dev.postroad.client.connection.ClusterLook;
import dev.postroad.client.connection.RightMissingException;
import dev.postroad.client.connection.TopicMissingException;
import dev.postroad.client.connection.TopicState;
import dev.postroad.client.doctor.DoctorFinding.Grade;
import dev.postroad.client.settings.BusSettings;
import dev.postroad.contract.topic.GroupName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether a cluster has what a service needs. Safe for use by several threads. */
public final class Doctor {
    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

    private final BusSettings settings;
    private final ClusterLook look;

    /** A doctor of the service that the settings name. */
    public Doctor(BusSettings settings, ClusterLook look) {
        this.settings = settings;
        this.look = look;
    }

    /**
     * Makes sure that needs are met, and warns in the log of what may become a trouble.
     *
     * @throws BrokerUnreachableException if no broker answers within 8 seconds
     * @throws BrokerRefusedException if the broker answers with an error
     * @throws TopicMissingException if a topic is not there; it names all that are missing
     * @throws RightMissingException if the service lacks a right
     */
    public void require(Collection<Need> needs) {
        var examination = new Examination(settings.service(), look.cluster().brokers());
        var byWayOut = needs.stream().collect(Collectors.groupingBy(Need::wayOut));
        byWayOut.forEach((wayOut, some) -> {
            var states =
                    byName(look.requireTopics(some.stream().map(Need::topic).toList(), wayOut));
            for (var need : some) {
                Optional.ofNullable(states.get(need.topic()))
                        .ifPresent(state -> examination.of(need, state).forEach(this::act));
            }
        });
    }

    private static Map<String, TopicState> byName(List<TopicState> states) {
        return states.stream().collect(Collectors.toMap(TopicState::topic, Function.identity()));
    }

    private void act(DoctorFinding finding) {
        if (finding.grade() == Grade.GOOD) {
            return;
        }
        if (finding.grade() == Grade.DENIED) {
            throw new RightMissingException(finding.sentence());
        }
        LOG.atWarn().addKeyValue("service", settings.service()).log(finding.sentence());
    }

    /**
     * Looks at all that a service needs, and tells it, the good as well. Nothing that is wrong is an exception.
     *
     * @param groups that it joins
     */
    public List<DoctorFinding> examine(Collection<Need> needs, Collection<GroupName> groups) {
        var findings = new ArrayList<DoctorFinding>();
        try {
            var cluster = look.cluster();
            findings.add(DoctorFinding.good(
                    "%s of cluster %s at %s, %s",
                    cluster.brokers() == 1 ? "1 broker" : cluster.brokers() + " brokers",
                    cluster.id(),
                    settings.bootstrap(),
                    principal()));
            certificates().ifPresent(findings::add);
            var examination = new Examination(settings.service(), cluster.brokers());
            needs.forEach(need -> findings.addAll(findings(need, examination)));
            groups.forEach(group -> findings.add(joining(group)));
        } catch (BrokerUnreachableException | BrokerRefusedException e) {
            findings.add(DoctorFinding.of(e));
        }
        return findings;
    }

    private String principal() {
        var security = settings.security().toString();
        return security.equals("none") ? "with neither TLS nor a login" : "with " + security;
    }

    private Optional<DoctorFinding> certificates() {
        return settings.security()
                .figures()
                .flatMap(figures -> figures.refused()
                        .map(refused -> DoctorFinding.warning(
                                "the certificates in the files are not in use, those before them are: %s", refused)));
    }

    private List<DoctorFinding> findings(Need need, Examination examination) {
        try {
            return look.topics(List.of(need.topic())).stream()
                    .findFirst()
                    .map(state -> examination.of(need, state))
                    .orElseGet(() ->
                            List.of(DoctorFinding.error("topic %s is not there; %s", need.topic(), need.wayOut())));
        } catch (RightMissingException e) {
            return List.of(DoctorFinding.of(e));
        }
    }

    private DoctorFinding joining(GroupName group) {
        return look.groupOperations(group.toString())
                        .filter(allowed -> !allowed.contains(AclOperation.READ))
                        .isPresent()
                ? DoctorFinding.error(
                        "%s may not join group %s; have an ACL allow it to read the group", settings.service(), group)
                : DoctorFinding.good("group %s may be joined", group);
    }
}
