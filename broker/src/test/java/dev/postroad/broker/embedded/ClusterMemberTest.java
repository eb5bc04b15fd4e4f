package dev.postroad.broker.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterMemberTest {
    @Test
    void namesAllVotersInOrder() {
        var member = new ClusterMember("cluster", 2, Map.of(2, 9095, 1, 9093));

        assertThat(member.voters()).isEqualTo("1@localhost:9093,2@localhost:9095");
        assertThat(member.controllerPort()).isEqualTo(9095);
    }

    @Test
    void isOneOfTheMembers() {
        assertThatThrownBy(() -> new ClusterMember("cluster", 3, Map.of(2, 9095, 1, 9093)))
                .hasMessage("node 3 is none of the members [1, 2]; give its controller's port as well");
    }

    @Test
    void needsANumberAndAPort() {
        assertThatThrownBy(() -> new ClusterMember("cluster", 0, Map.of(0, 9093)))
                .hasMessage("member 0 on port 9093 cannot be; numbers begin with 1, ports are 1 to 65535");
        assertThatThrownBy(() -> new ClusterMember("cluster", 1, Map.of(1, 0)))
                .hasMessage("member 1 on port 0 cannot be; numbers begin with 1, ports are 1 to 65535");
    }
}
