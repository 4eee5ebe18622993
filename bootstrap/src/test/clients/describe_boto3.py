"""Describes a job and lists its tags with boto3, then waits until it has completed."""

import sys

import boto3
import botocore.exceptions

name = sys.argv[1]
client = boto3.client("sagemaker")

job = client.describe_processing_job(ProcessingJobName=name)
tags = client.list_tags(ResourceArn=job["ProcessingJobArn"])["Tags"]
try:
    client.describe_processing_job(ProcessingJobName="missing")
except botocore.exceptions.ClientError as e:
    print(e.response["Error"]["Code"], "-", e.response["Error"]["Message"])
print(job["AppSpecification"]["ImageUri"], tags[0]["Key"], job["ProcessingJobStatus"], flush=True)

client.get_waiter("processing_job_completed_or_stopped").wait(
    ProcessingJobName=name, WaiterConfig={"Delay": 30}
)
print(client.describe_processing_job(ProcessingJobName=name)["ProcessingJobStatus"])
