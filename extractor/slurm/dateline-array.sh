#!/bin/sh
# One shard of a run, as a task of a Slurm job array. Copy it and put in what your cluster wants (partition, time, memory).
#
#   sbatch --array=1-64 dateline-array.sh 64 PARTS [OPTION]... ARTICLE...     PARTS: a folder that all nodes see
#   sbatch --array=7,12 dateline-array.sh 64 PARTS [OPTION]... ARTICLE...     the tasks that failed, again
#   dateline merge -o facts.nq PARTS/*-of-64.nq.manifest.tsv
#
# The number of shards is told, as a task that is run again cannot know it. A task that was cut off goes on where it was.
#SBATCH --job-name=dateline
#SBATCH --output=dateline-%A-%a.log
#SBATCH --requeue
set -u

if [ $# -lt 3 ] || [ -z "${SLURM_ARRAY_TASK_ID:-}" ]; then
    echo "usage: sbatch --array=1-SHARDS $(basename "$0") SHARDS PARTS [OPTION]... ARTICLE..." >&2
    exit 2
fi
shards=$1 parts=$2 number=$SLURM_ARRAY_TASK_ID
shift 2

mkdir -p "$parts" || exit 2
"${DATELINE:-dateline}" extract --shard "$number/$shards" --resume --jobs "${SLURM_CPUS_PER_TASK:-1}" --to nquads \
    --output "$parts/$number-of-$shards.nq" "$@"
status=$?
[ "$status" -eq 1 ] && exit 0 # done: what was skipped stands in the manifest
exit "$status"
