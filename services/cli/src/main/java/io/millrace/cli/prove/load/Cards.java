package io.millrace.cli.prove.load;

import io.millrace.testkit.provider.SandboxCard;
import java.util.random.RandomGenerator;

/**
 * Which card an order is paid with. Those that keep billing waiting are rare: while it waits for one, it cannot ask about
 * another.
 */
final class Cards {

    private static final int THOUSAND = 1000;

    private Cards() {}

    static String any(RandomGenerator random) {
        return card(random.nextInt(THOUSAND)).token();
    }

    private static SandboxCard card(int dice) {
        if (dice < 30) {
            return SandboxCard.DECLINE;
        } else if (dice < 45) {
            return SandboxCard.INSUFFICIENT_FUNDS;
        } else if (dice < 60) {
            return SandboxCard.EXPIRED;
        } else if (dice < 70) {
            return SandboxCard.TWICE;
        } else if (dice < 76) {
            return SandboxCard.ERROR;
        } else if (dice < 80) {
            return SandboxCard.SLOW;
        }
        return dice < 82 ? SandboxCard.FORGET : SandboxCard.APPROVE;
    }
}
