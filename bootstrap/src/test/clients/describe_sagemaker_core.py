"""Gets all jobs, one job, and waits for it, with AWS's sagemaker-core."""

import sys

# It shows its progress where results belong.
out, sys.stdout = sys.stdout, sys.stderr

from sagemaker.core.resources import ProcessingJob

name = sys.argv[1]

# Each job that is iterated over is described.
for each in ProcessingJob.get_all(sort_by="Name"):
    image = each.app_specification.image_uri
    count = each.processing_resources.cluster_config.instance_count
    print("%s:%s:%s" % (each.processing_job_name, image, count), end=" ", file=out)
job = ProcessingJob.get(name)
print(job.processing_job_status, file=out, flush=True)

job.wait(poll=30, timeout=300)
print(job.refresh().processing_job_status, file=out)
