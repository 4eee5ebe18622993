// Prints the names of all jobs that a key sees, two to a page; or the name of the error.
import { SageMakerClient, paginateListProcessingJobs } from "@aws-sdk/client-sagemaker";

const [endpoint, accessKeyId, secretAccessKey] = process.argv.slice(2);
const client = new SageMakerClient({
  endpoint,
  region: "us-east-1",
  credentials: { accessKeyId, secretAccessKey },
});
try {
  for await (const page of paginateListProcessingJobs({ client, pageSize: 2 }, {})) {
    for (const job of page.ProcessingJobSummaries) {
      process.stdout.write(job.ProcessingJobName + " ");
    }
  }
} catch (error) {
  process.stdout.write(error.name);
}
