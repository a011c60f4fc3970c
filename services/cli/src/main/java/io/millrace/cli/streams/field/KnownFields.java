package io.millrace.cli.streams.field;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields that servers know, up to 2.15: {@code StreamConfig} and {@code ConsumerConfig} there. What newer ones have added
 * is missing here.
 */
public final class KnownFields {

    private static final Set<String> OF_STREAMS = words("""
            allow_atomic allow_batched allow_direct allow_msg_counter allow_msg_schedules allow_msg_ttl allow_rollup_hdrs
            compression consumer_limits deny_delete deny_purge description discard discard_new_per_subject duplicate_window
            first_seq max_age max_bytes max_consumers max_msg_size max_msgs max_msgs_per_subject metadata mirror
            mirror_direct name no_ack num_replicas persist_mode placement republish retention sealed sources storage
            subject_delete_marker_ttl subject_transform subjects template_owner""");

    private static final Set<String> OF_CONSUMERS = words("""
            ack_policy ack_wait backoff deliver_group deliver_policy deliver_subject description direct durable_name
            filter_subject filter_subjects flow_control headers_only idle_heartbeat inactive_threshold max_ack_pending
            max_batch max_bytes max_deliver max_expires max_waiting mem_storage metadata name num_replicas opt_start_seq
            opt_start_time pause_until priority_groups priority_policy priority_timeout rate_limit_bps replay_policy
            sample_freq sourcing""");

    private KnownFields() {}

    public static boolean isOfStreams(String field) {
        return OF_STREAMS.contains(field);
    }

    public static boolean isOfConsumers(String field) {
        return OF_CONSUMERS.contains(field);
    }

    private static Set<String> words(String text) {
        return Stream.of(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
