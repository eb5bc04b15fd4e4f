package dev.postroad.examples.github.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postroad.examples.github.v1.CheckRunChanged;
import dev.postroad.examples.github.v1.RunConclusion;
import dev.postroad.examples.github.v1.RunStatus;
import dev.postroad.examples.github.v1.WorkflowRunChanged;

/** The events {@code workflow_run} and {@code check_run}. */
final class RunMapping {
    private RunMapping() {}

    static WorkflowRunChanged workflowRun(JsonNode payload) {
        var run = payload.path("workflow_run");
        var message = WorkflowRunChanged.newBuilder()
                .setRunId(run.path("id").asLong())
                .setAction(Json.constant(WorkflowRunChanged.Action.class, "ACTION_", payload.path("action")))
                .setRepositoryId(SharedTypes.repositoryId(payload))
                .setWorkflowId(run.path("workflow_id").asLong())
                .setWorkflow(payload.path("workflow").path("name").asText())
                .setRunNumber(run.path("run_number").asInt())
                .setAttempt(run.path("run_attempt").asInt())
                .setTrigger(run.path("event").asText())
                .setStatus(status(run))
                .setConclusion(conclusion(run))
                .setHeadSha(run.path("head_sha").asText())
                .setUrl(run.path("html_url").asText());
        SharedTypes.repository(payload).ifPresent(message::setRepository);
        SharedTypes.actor(payload.path("sender")).ifPresent(message::setSender);
        Json.text(run.path("head_branch")).ifPresent(message::setBranch);
        Json.time(run.path("run_started_at")).ifPresent(message::setStartedAt);
        Json.time(run.path("updated_at")).ifPresent(message::setUpdatedAt);
        return message.build();
    }

    static CheckRunChanged checkRun(JsonNode payload) {
        var check = payload.path("check_run");
        var message = CheckRunChanged.newBuilder()
                .setHeadSha(check.path("head_sha").asText())
                .setCheckRunId(check.path("id").asLong())
                .setAction(Json.constant(CheckRunChanged.Action.class, "ACTION_", payload.path("action")))
                .setRepositoryId(SharedTypes.repositoryId(payload))
                .setName(check.path("name").asText())
                .setApp(check.path("app").path("name").asText())
                .setStatus(status(check))
                .setConclusion(conclusion(check))
                .setAnnotations(check.path("output").path("annotations_count").asInt())
                .setUrl(check.path("html_url").asText());
        SharedTypes.repository(payload).ifPresent(message::setRepository);
        SharedTypes.actor(payload.path("sender")).ifPresent(message::setSender);
        Json.text(check.path("details_url")).ifPresent(message::setDetailsUrl);
        Json.time(check.path("started_at")).ifPresent(message::setStartedAt);
        Json.time(check.path("completed_at")).ifPresent(message::setCompletedAt);
        return message.build();
    }

    private static RunStatus status(JsonNode run) {
        return Json.constant(RunStatus.class, "RUN_STATUS_", run.path("status"));
    }

    private static RunConclusion conclusion(JsonNode run) {
        return Json.constant(RunConclusion.class, "RUN_CONCLUSION_", run.path("conclusion"));
    }
}
