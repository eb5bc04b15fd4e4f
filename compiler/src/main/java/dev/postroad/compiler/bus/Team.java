package dev.postroad.compiler.bus;

import java.util.Optional;

/**
 * A team, from {@code teams.yaml}.
 *
 * @param name how the repository names it
 * @param chat the channel where the team is reached
 * @param onCall who is called at night
 * @param oidcGroup the group of the identity provider whose members are the team
 */
public record Team(String name, Optional<String> chat, Optional<String> onCall, Optional<String> oidcGroup) {}
