package dev.rollcall.http.awsjson;

import dev.rollcall.application.simulate.SimulateProcessingJobs;
import dev.rollcall.application.simulate.SimulatedOutcome;
import dev.rollcall.application.simulate.Simulation;
import dev.rollcall.application.simulate.SimulationResult;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.model.RequestModel;
import dev.rollcall.http.model.Value.Fields;
import dev.rollcall.json.JobDescriptionJson;
import dev.rollcall.json.MalformedJob;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The operations that change simulated jobs.
///
/// @param jobs whose lives are simulated
record SimulatedOperations(SimulateProcessingJobs jobs) {

    /// A request with the longest legal members is a few hundred kilobytes.
    private static final int CREATING_BODY_BYTES = 512 * 1024;

    private static final String NAME = "ProcessingJobName";
    private static final String ARN = "ResourceArn";

    /// @param bodyBytes how long the body of a small request may be
    static Stream<Operation> of(Simulation simulation, int bodyBytes) {
        return Stream.concat(
                new SimulatedOperations(simulation.jobs()).all(bodyBytes),
                Stream.of(new SetClockOperation(simulation.clock())));
    }

    private Stream<Operation> all(int bodyBytes) {
        return Stream.of(
                new SimulatedOperation(
                        "CreateProcessingJob",
                        RequestModel.input("CreateProcessingJobRequest"),
                        CREATING_BODY_BYTES,
                        SimulatedOperations::arnOfJob,
                        this::create),
                new SimulatedOperation(
                        "StopProcessingJob",
                        RequestModel.input("StopProcessingJobRequest"),
                        bodyBytes,
                        SimulatedOperations::arnOfJob,
                        (scope, request) ->
                                answer(
                                        jobs.stop(scope, name(request)),
                                        _ -> AwsResponse.withoutDocument())),
                new SimulatedOperation(
                        "DeleteProcessingJob",
                        RequestModel.input("DeleteProcessingJobRequest"),
                        bodyBytes,
                        SimulatedOperations::arnOfJob,
                        (scope, request) ->
                                answer(
                                        jobs.delete(scope, name(request)),
                                        _ -> AwsResponse.withoutDocument())),
                new SimulatedOperation(
                        "AddTags",
                        RequestModel.input("AddTagsInput"),
                        bodyBytes,
                        (_, request) -> request.member(ARN).map(Object::toString),
                        this::addTags),
                new SimulatedOperation(
                        "DeleteTags",
                        RequestModel.input("DeleteTagsInput"),
                        bodyBytes,
                        (_, request) -> request.member(ARN).map(Object::toString),
                        this::deleteTags));
    }

    private static Optional<String> arnOfJob(Scope scope, Fields request) {
        return request.member(NAME)
                .map(Object::toString)
                .flatMap(ProcessingJobName::parse)
                .map(name -> new ProcessingJobArn(scope, name).toString());
    }

    private static ProcessingJobName name(Fields request) {
        return new ProcessingJobName(request.text(NAME));
    }

    private AwsResponse create(Scope scope, Fields request) {
        try {
            return answer(jobs.create(scope, CreatedJob.of(request)), SimulatedOperations::created);
        } catch (MalformedJob e) {
            return AwsError.validation(e.reason()).response();
        }
    }

    private static AwsResponse created(JobDescription job) {
        return AwsResponse.ok(
                json -> {
                    json.writeStartObject();
                    json.writeStringProperty("ProcessingJobArn", job.job().arn().toString());
                    json.writeEndObject();
                });
    }

    private AwsResponse addTags(Scope scope, Fields request) {
        var change = ChangedTags.adding(request.structures("Tags"));
        return answer(
                jobs.changeTags(scope, request.text(ARN), change),
                job -> AwsResponse.ok(json -> JobDescriptionJson.writeTags(json, job.details())));
    }

    private AwsResponse deleteTags(Scope scope, Fields request) {
        var change = ChangedTags.deleting(request.texts("TagKeys"));
        return answer(
                jobs.changeTags(scope, request.text(ARN), change),
                _ ->
                        AwsResponse.ok(
                                json -> {
                                    json.writeStartObject();
                                    json.writeEndObject();
                                }));
    }

    private static AwsResponse answer(
            SimulationResult result, Function<JobDescription, AwsResponse> done) {
        return switch (result) {
            case SimulationResult.Done(var job) -> done.apply(job);
            case SimulationResult.NameTaken(var job) ->
                    AwsError.resourceInUse(
                                    "Job name must be unique within an AWS account and region, and"
                                            + " a job with this name already exists ("
                                            + job.job().arn()
                                            + ")")
                            .response();
            case SimulationResult.NoSuchJob(var name) -> AwsError.noSuchJob(name).response();
            case SimulationResult.NoSuchResource(var arn) ->
                    AwsError.noSuchResource(arn).response();
            case SimulationResult.HasEnded(var status) ->
                    AwsError.validation(rejected(status)).response();
            case SimulationResult.HasNotEnded(var job) ->
                    AwsError.resourceInUse(rejected(job.job().status())).response();
            case SimulationResult.OutcomeNotRead(var text) ->
                    AwsError.validation(
                                    "The outcome '%s' of a simulated job has none of these forms:"
                                                    .formatted(text)
                                            + " "
                                            + SimulatedOutcome.FORMS
                                            + ".")
                            .response();
            case SimulationResult.TooManyTags _ ->
                    AwsError.validation(
                                    "A resource can have %d tags at most."
                                            .formatted(ChangedTags.MOST))
                            .response();
        };
    }

    private static String rejected(ProcessingJobStatus status) {
        return "The request was rejected because the processing job is in status "
                + status.wireName()
                + ".";
    }
}
