# Sourced by ../run: the life of simulated jobs through the AWS CLI and the SDK for JavaScript, over
# a server of its own, whose key may do that.

# Prints lines of a client, what it should see and what it saw, with tabs between them.
lives() (
  server=""
  trap '[ -z "$server" ] || kill "$server"; wait' EXIT
  printf '[dee]\naws_access_key_id = AKIDDEE\naws_secret_access_key = dees-secret\naccount = 444444444444\nallow = list, simulate\n' \
    >"$dir/simulating-keys"
  "$home/rollcall" serve --storage memory --simulate --port 0 --auth sigv4 \
    --access-keys "$dir/simulating-keys" >"$dir/simulated.out" 2>"$dir/simulated.err" &
  server=$!
  for _ in $(seq 300); do
    grep -q '^Rollcall is listening' "$dir/simulated.out" && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.2
  done
  address=$(sed -n 's/^Rollcall is listening on \([^ ]*\) .*/\1/p' "$dir/simulated.out")
  if [ -z "$address" ]; then
    printf 'simulated lives\tan address\t%s\n' "$(tr '\t\n' '  ' <"$dir/simulated.err")"
    return
  fi
  export AWS_ACCESS_KEY_ID=AKIDDEE AWS_SECRET_ACCESS_KEY=dees-secret AWS_EC2_METADATA_DISABLED=true
  export AWS_CONFIG_FILE=/dev/null AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
  export AWS_ENDPOINT_URL_SAGEMAKER=$address

  if wanted aws && command -v aws >/dev/null && aws --version >/dev/null 2>&1; then
    printf 'AWS CLI, the life of simulated jobs\t%s\t%s\n' "$(cli_should_see)" \
      "$(life_by_cli 2>&1 | tr '\t\n' '  ' | tr -s ' ' | sed 's/ $//')"
  fi
  if [ -d "$dir/node_modules/@aws-sdk/client-sagemaker" ]; then
    cp "$home/bootstrap/src/test/clients/simulate/life.mjs" "$dir"
    printf 'SDK for JavaScript, the life of simulated jobs\t%s\t%s\n' "$(javascript_should_see)" \
      "$(node --no-warnings "$dir/life.mjs" 2>&1 | tr '\t\n' '  ' | sed 's/ $//')"
  fi
)

life_by_cli() {
  local arn job waiting
  sagemaker() { aws sagemaker --output text "$@"; }
  create() { # name, outcome
    sagemaker create-processing-job --processing-job-name "$1" --query ProcessingJobArn \
      --role-arn arn:aws:iam::123456789012:role/any --app-specification ImageUri=image \
      --processing-resources 'ClusterConfig={InstanceCount=1,InstanceType=ml.m5.large,VolumeSizeInGB=1}' \
      --tags "Key=rollcall:outcome,Value=$2"
  }
  status() { sagemaker describe-processing-job --processing-job-name "$1" --query ProcessingJobStatus; }
  tags() { sagemaker list-tags --resource-arn "$arn" --query 'join(`"+"`, Tags[].Key)'; }
  error() { grep -o '([A-Za-z]*)' | head -n 1; }
  # The waiter asks once a minute, so the rest goes on meanwhile.
  arn=$(create cli-good 'Completed after 30s')
  echo "${arn#arn:aws:sagemaker:us-east-1:}"
  status cli-good
  sagemaker wait processing-job-completed-or-stopped --processing-job-name cli-good &
  waiting=$!
  create cli-good 'Completed after 30s' 2>&1 | error
  sagemaker add-tags --resource-arn "$arn" --tags Key=team,Value=x --query 'join(`"+"`, Tags[].Key)'
  sagemaker delete-tags --resource-arn "$arn" --tag-keys rollcall:outcome
  tags
  create cli-long 'Completed after 1h' >"$dir/cli-long"
  sagemaker delete-processing-job --processing-job-name cli-long 2>&1 | error
  sagemaker stop-processing-job --processing-job-name cli-long
  # Stopping lasts for a second, which is less than a command may take.
  until [ "$(status cli-long)" = Stopped ]; do sleep 0.2; done
  sagemaker delete-processing-job --processing-job-name cli-long
  status cli-long 2>&1 | error
  wait "$waiting"
  echo "waited: $?"
  sagemaker list-processing-jobs --name-contains cli- --page-size 1 \
    --query 'ProcessingJobSummaries[].[ProcessingJobName,ProcessingJobStatus]'
}

cli_should_see() {
  echo "444444444444:processing-job/cli-good InProgress (ResourceInUse) rollcall:outcome+team team" \
    "(ResourceInUse) (ValidationException) waited: 0 cli-good Completed"
}

javascript_should_see() {
  echo "us-east-1:444444444444:processing-job/js-good InProgress ResourceInUse SUCCESS Completed" \
    "Error Failed rollcall:outcome+team team" \
    "ResourceInUse Stopping SUCCESS Stopped js-bad+js-good"
}

while IFS=$'\t' read -r life_of life_expected life_seen; do
  check "$life_of" "$life_expected" "$life_seen"
done < <(lives)
