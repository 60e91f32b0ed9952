#!/bin/sh
# A real Slurm of one node, started here and stopped again: an array of four shards, of which one is killed and submitted
# again by its index, joined, is the single run byte for byte. The last line counts the tests.
#
# usage: tests/slurm.sh     as root; elsewhere, or where Slurm cannot be had, it is skipped
# environment: DATELINE  the program (default .build/dateline)
set -u
cd "$(dirname "$0")/.." || exit 2
TOP=$PWD
DATELINE=$(cd "$(dirname "${DATELINE:-.build/dateline}")" && pwd)/dateline

skip() { # why
    echo "slurm: skipped, as $1"
    exit 0
}

[ "$(id -u)" -eq 0 ] || skip "only root can start Slurm's daemons"
.ci/deps slurm >/dev/null 2>&1 || skip "Slurm's packages are not here (.ci/deps slurm)"

FOLDER=$(mktemp -d) || exit 2
daemons=

until_true() { # seconds command...
    tries=$(($1 * 10))
    shift
    while ! "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.1
    done
}

no_job_is_left() {
    jobs_left=$(squeue --noheader) && [ -z "$jobs_left" ]
}

# Jobs end before the daemons, or their processes would outlive these.
stop() {
    if [ -n "$daemons" ] && [ -n "${SLURM_CONF:-}" ]; then
        scancel --quiet --full --user=root 2>/dev/null
        until_true 10 no_job_is_left
    fi
    for process in $daemons; do
        kill "$process" 2>/dev/null
    done
    for process in $daemons; do
        wait "$process" 2>/dev/null
    done
    daemons=
    rm -rf "$FOLDER"
}
trap stop EXIT
trap 'exit 2' HUP INT TERM

# shellcheck source=tests/holds.sh
. tests/holds.sh

fails() { # command...
    ! "$@"
}

# ---------------------------------------------------------------- Slurm, with its own key, sockets and ports

start() { # name command...: its log is name.log
    name=$1
    shift
    "$@" >"$FOLDER/$name.log" 2>&1 &
    daemons="$! $daemons"
}

node_is_idle() {
    sinfo --noheader --format=%T | grep -qx idle
}

start_slurm() {
    host=$(hostname -s)
    port=$((20000 + $$ % 20000))
    mkdir "$FOLDER/state" "$FOLDER/spool"
    (umask 077 && head -c 1024 /dev/urandom >"$FOLDER/key")
    cat >"$FOLDER/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$FOLDER/munge.socket
CredType=cred/munge
StateSaveLocation=$FOLDER/state
SlurmdSpoolDir=$FOLDER/spool
SlurmctldPidFile=$FOLDER/slurmctld.pid
SlurmdPidFile=$FOLDER/slurmd.pid
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
SlurmctldParameters=enable_configless
SchedulerParameters=sched_interval=1,batch_sched_delay=0
KillWait=1
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=500 State=UNKNOWN
PartitionName=main Nodes=$host Default=YES State=UP
CONF
    SLURM_CONF=$FOLDER/slurm.conf
    export SLURM_CONF
    start munged munged --foreground --force --num-threads=1 --socket="$FOLDER/munge.socket" --key-file="$FOLDER/key" \
        --pid-file="$FOLDER/munged.pid" --log-file="$FOLDER/munged.log" --seed-file="$FOLDER/munged.seed"
    until_true 10 test -S "$FOLDER/munge.socket" || return 1
    start slurmctld slurmctld -D -f "$SLURM_CONF"
    start slurmd slurmd -D -f "$SLURM_CONF" -N "$host"
    until_true 30 node_is_idle
}

# ---------------------------------------------------------------- a program that is killed once

# Like dateline, but the third shard is killed, the first time, when it has begun to write.
cat >"$FOLDER/dateline" <<SCRIPT
#!/bin/sh
case " \$* " in
    *" --shard 3/"*) [ -e "$FOLDER/killed" ] || victim=yes ;;
esac
[ -n "\${victim:-}" ] || exec "$DATELINE" "\$@"
"$DATELINE" "\$@" &
process=\$!
while kill -0 "\$process" && ! [ -e "$FOLDER/parts/3-of-4.nq.part" ]; do
    sleep 0.01
done
kill -KILL "\$process"
wait "\$process"
touch "$FOLDER/killed"
exit 137
SCRIPT
chmod +x "$FOLDER/dateline"

is_over() { # job
    jobs_left=$(squeue --noheader --jobs="$1") && [ -z "$jobs_left" ]
}

# Submits an array, waits until all its tasks are over, and answers whether all of them did well.
submit() { # option-of-sbatch...
    job=$(sbatch --parsable "$@") && until_true 300 is_over "$job" && scontrol show job "$job" >"$FOLDER/tasks" &&
        grep -q 'JobState=COMPLETED' "$FOLDER/tasks" && ! grep 'JobState=' "$FOLDER/tasks" | grep -v COMPLETED
}

array() { # indexes
    DATELINE=$FOLDER/dateline submit --array="$1" --output="$FOLDER/array-%a.log" \
        extractor/slurm/dateline-array.sh 4 "$FOLDER/parts" "$FOLDER/articles"
}

merge() {
    "$DATELINE" merge -o "$FOLDER/joined.nq" "$FOLDER"/parts/*-of-4.nq.manifest.tsv
}

# The same, but that each task finds out by itself which shard it is.
array_of_itself() { # indexes
    submit --array="$1" --output="$FOLDER/auto-%a.log" --wrap \
        "$DATELINE extract --shard auto -t nquads -o $FOLDER/auto/\$SLURM_ARRAY_TASK_ID.nq -m $FOLDER/auto/\$SLURM_ARRAY_TASK_ID.tsv $FOLDER/articles"
}

python3 -B tests/bench/corpus.py "$FOLDER/articles" 60 tests/data/sample.md tests/data/second.md tests/data/formats || exit 2
"$DATELINE" extract -o "$FOLDER/whole.nq" "$FOLDER/articles" 2>/dev/null
if ! start_slurm; then
    echo "not ok - Slurm starts"
    tail -n 5 "$FOLDER"/*.log
    echo "0 passed, 1 failed"
    exit 1
fi
cd "$TOP" || exit 2

holds "an array of four of which one is killed fails" fails array 1-4
holds "three of four are not joined" fails merge
holds "the third, submitted again by its index, is done" array 3
holds "the four are joined" merge
holds "joined they are the single run" cmp "$FOLDER/whole.nq" "$FOLDER/joined.nq"
holds "all of them again change nothing" array 1-4
holds "and are joined" merge
holds "to the same" cmp "$FOLDER/whole.nq" "$FOLDER/joined.nq"

mkdir "$FOLDER/auto"
holds "an array whose tasks find their shards themselves" array_of_itself 0-3
holds "is joined" "$DATELINE" merge -o "$FOLDER/joined.nq" "$FOLDER"/auto/*.tsv
holds "to the same" cmp "$FOLDER/whole.nq" "$FOLDER/joined.nq"
holds "one of it alone is refused" fails array_of_itself 2
holds "and says what to do" grep -q 'say --shard I/N' "$FOLDER/auto-2.log"

conclude
