"""What tests of emulators ask of processing jobs, asked through boto3."""

import datetime
import os

import boto3
import pytest
from botocore.exceptions import ClientError, WaiterError

ACCOUNT = "123456789012"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/FakeRole"
ARN = f"arn:aws:sagemaker:us-east-1:{ACCOUNT}:processing-job/"


@pytest.fixture
def client(rollcall):
    rollcall.set_time(datetime.datetime(2026, 5, 4, 3, 2, 1, tzinfo=datetime.timezone.utc))
    return boto3.client("sagemaker")


def request(name, **members):
    return {
        "ProcessingJobName": name,
        "RoleArn": ROLE,
        "AppSpecification": {
            "ImageUri": f"{ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/image:1",
            "ContainerEntrypoint": ["python3", "/opt/ml/processing/input/code/run.py"],
        },
        "ProcessingResources": {
            "ClusterConfig": {
                "InstanceCount": 1,
                "InstanceType": "ml.m5.large",
                "VolumeSizeInGB": 30,
            }
        },
        **members,
    }


def names(page):
    return [job["ProcessingJobName"] for job in page["ProcessingJobSummaries"]]


def test_create_answers_the_arn(client):
    assert client.create_processing_job(**request("one"))["ProcessingJobArn"] == ARN + "one"


def test_what_was_created_is_described(client, rollcall):
    asked = request(
        "one",
        Environment={"KEY": "value"},
        NetworkConfig={"EnableNetworkIsolation": True},
        StoppingCondition={"MaxRuntimeInSeconds": 3600},
        ProcessingInputs=[
            {
                "InputName": "input",
                "AppManaged": False,
                "S3Input": {
                    "S3Uri": "s3://bucket/input",
                    "LocalPath": "/opt/ml/processing/input",
                    "S3DataType": "S3Prefix",
                    "S3InputMode": "File",
                    "S3DataDistributionType": "FullyReplicated",
                    "S3CompressionType": "None",
                },
            }
        ],
        ProcessingOutputConfig={
            "Outputs": [
                {
                    "OutputName": "output",
                    "S3Output": {
                        "S3Uri": "s3://bucket/output",
                        "LocalPath": "/opt/ml/processing/output",
                        "S3UploadMode": "EndOfJob",
                    },
                    "AppManaged": False,
                }
            ]
        },
    )
    client.create_processing_job(**asked)
    rollcall.advance(5)
    job = client.describe_processing_job(ProcessingJobName="one")
    assert {member: job[member] for member in asked} == asked
    assert job["ProcessingJobArn"] == ARN + "one"
    assert job["ProcessingJobStatus"] == "Completed"
    assert job["LastModifiedTime"] >= job["CreationTime"]
    assert job["ProcessingEndTime"] > job["ProcessingStartTime"]


def test_two_jobs_cannot_have_one_name(client):
    client.create_processing_job(**request("one"))
    with pytest.raises(client.exceptions.ResourceInUse) as error:
        client.create_processing_job(**request("one"))
    assert ARN + "one" in error.value.response["Error"]["Message"]


def test_jobs_are_listed_in_pages(client):
    for i in range(5):
        client.create_processing_job(**request(f"job-{i}"))
    first = client.list_processing_jobs(SortBy="Name", MaxResults=2)
    assert names(first) == ["job-0", "job-1"]
    second = client.list_processing_jobs(
        SortBy="Name", MaxResults=3, NextToken=first["NextToken"]
    )
    assert names(second) == ["job-2", "job-3", "job-4"]
    assert "NextToken" not in second
    pages = client.get_paginator("list_processing_jobs").paginate(MaxResults=2)
    assert sum(len(names(page)) for page in pages) == 5


def test_jobs_are_listed_by_what_they_are(client, rollcall):
    client.create_processing_job(**request("apple-1"))
    rollcall.advance(5)
    client.create_processing_job(**request("apple-2"))
    client.create_processing_job(**request("pear-1"))
    created = client.describe_processing_job(ProcessingJobName="apple-1")["CreationTime"]
    assert names(client.list_processing_jobs(NameContains="apple")) == ["apple-1", "apple-2"]
    assert names(client.list_processing_jobs(StatusEquals="Completed")) == ["apple-1"]
    assert names(client.list_processing_jobs(CreationTimeAfter=created)) == ["apple-2", "pear-1"]
    assert names(client.list_processing_jobs(SortBy="Name", SortOrder="Descending")) == [
        "pear-1",
        "apple-2",
        "apple-1",
    ]


def test_wrong_arguments_of_a_listing_are_refused(client):
    for wrong in ({"MaxResults": 101}, {"SortBy": "Size"}, {"StatusEquals": "blah"}):
        with pytest.raises(ClientError) as error:
            client.list_processing_jobs(**wrong)
        assert error.value.response["Error"]["Code"] == "ValidationException"
        assert "1 validation error detected" in error.value.response["Error"]["Message"]


def test_a_role_is_one_of_iam_and_a_listing_without_a_size_has_ten_jobs(client):
    role = "arn:aws:sagemaker:us-east-1:000000000000:x-x/foobar"
    with pytest.raises(ClientError) as error:
        client.create_processing_job(**request("one", RoleArn=role))
    assert error.value.response["Error"]["Code"] == "ValidationException"
    assert "'roleArn'" in error.value.response["Error"]["Message"]
    for i in range(11):
        client.create_processing_job(**request(f"job-{i:02}"))
    page = client.list_processing_jobs()
    assert names(page) == [f"job-{i:02}" for i in range(10)]
    assert names(client.list_processing_jobs(NextToken=page["NextToken"])) == ["job-10"]


def test_tags_come_with_the_job_and_change(client):
    arn = client.create_processing_job(**request("one", Tags=[{"Key": "a", "Value": "1"}]))[
        "ProcessingJobArn"
    ]
    assert client.list_tags(ResourceArn=arn)["Tags"] == [{"Key": "a", "Value": "1"}]
    client.add_tags(ResourceArn=arn, Tags=[{"Key": "b", "Value": "2"}])
    client.delete_tags(ResourceArn=arn, TagKeys=["a"])
    assert client.list_tags(ResourceArn=arn)["Tags"] == [{"Key": "b", "Value": "2"}]


def test_where_nothing_was_created_nothing_is_found(client):
    assert client.list_processing_jobs()["ProcessingJobSummaries"] == []
    for operation in (client.describe_processing_job, client.stop_processing_job):
        with pytest.raises(ClientError) as error:
            operation(ProcessingJobName="none")
        assert error.value.response["Error"]["Code"] == "ValidationException"
        assert "Could not find requested job with name: none" in str(error.value)
    with pytest.raises(ClientError) as error:
        client.list_processing_jobs(NextToken="asdf")
    assert error.value.response["Error"]["Code"] == "ValidationException"


@pytest.fixture
def pages_of_aws(monkeypatch):
    command = os.environ.get("RUN_ROLLCALL", "rollcall serve")
    monkeypatch.setenv("RUN_ROLLCALL", command + " --page-cut aws")


def test_pages_with_a_filter_are_short_or_empty_when_asked_for(pages_of_aws, client):
    for kind in ("apple", "pear"):
        for i in range(5):
            client.create_processing_job(**request(f"{kind}-{i}"))
    empty = client.list_processing_jobs(NameContains="pear", MaxResults=5)
    assert names(empty) == []
    short = client.list_processing_jobs(NameContains="pear", MaxResults=6)
    assert names(short) == ["pear-0"]
    scattered = client.list_processing_jobs(NameContains="2", MaxResults=8)
    assert names(scattered) == ["apple-2", "pear-2"]
    rest = client.list_processing_jobs(
        NameContains="2", MaxResults=2, NextToken=scattered["NextToken"]
    )
    assert names(rest) == [] and "NextToken" not in rest


def test_a_job_is_stopped_and_deleted(client, rollcall):
    client.create_processing_job(**request("one"))
    client.stop_processing_job(ProcessingJobName="one")
    status = client.describe_processing_job(ProcessingJobName="one")["ProcessingJobStatus"]
    assert status == "Stopping"
    rollcall.advance(2)
    status = client.describe_processing_job(ProcessingJobName="one")["ProcessingJobStatus"]
    assert status == "Stopped"
    if hasattr(client, "delete_processing_job"):
        client.delete_processing_job(ProcessingJobName="one")
        assert names(client.list_processing_jobs()) == []
        client.create_processing_job(**request("one"))


def test_the_waiter_ends_with_the_job(client, rollcall):
    rollcall.release()
    waiter = client.get_waiter("processing_job_completed_or_stopped")
    client.create_processing_job(**request("good", Environment={"ROLLCALL_OUTCOME": "Completed after 1s"}))
    waiter.wait(ProcessingJobName="good", WaiterConfig={"Delay": 1, "MaxAttempts": 20})
    bad = [{"Key": "rollcall:outcome", "Value": "Failed after 1s because the disk was full"}]
    client.create_processing_job(**request("bad", Tags=bad))
    with pytest.raises(WaiterError):
        waiter.wait(ProcessingJobName="bad", WaiterConfig={"Delay": 1, "MaxAttempts": 20})
    job = client.describe_processing_job(ProcessingJobName="bad")
    assert job["FailureReason"] == "the disk was full"
