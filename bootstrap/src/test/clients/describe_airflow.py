"""Finds and describes a job, and waits for it, with the hook of Airflow's provider for AWS."""

import sys

# Airflow logs where results belong.
out, sys.stdout = sys.stdout, sys.stderr

from airflow.providers.amazon.aws.hooks.sagemaker import SageMakerHook

name = sys.argv[1]
hook = SageMakerHook(aws_conn_id="aws_default")

print(hook.count_processing_jobs_by_name(name), end=" ", file=out)
print(hook.describe_processing_job(name)["ProcessingJobStatus"], file=out, flush=True)
job = hook.check_status(
    name, "ProcessingJobStatus", hook.describe_processing_job, check_interval=30, max_ingestion_time=300
)
print(job["ProcessingJobStatus"], file=out)
