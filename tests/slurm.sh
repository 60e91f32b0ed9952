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

work=$(mktemp -d) || exit 2
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
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 2' HUP INT TERM

passed=0
failed=0

holds() { # what command...
    what=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        echo "ok - $what"
        passed=$((passed + 1))
    else
        echo "not ok - $what"
        sed 's/^/#   /' "$work/log" | tail -n 20
        failed=$((failed + 1))
    fi
}

fails() { # command...
    ! "$@"
}

# ---------------------------------------------------------------- Slurm, with its own key, sockets and ports

start() { # name command...: its log is name.log
    name=$1
    shift
    "$@" >"$work/$name.log" 2>&1 &
    daemons="$! $daemons"
}

node_is_idle() {
    sinfo --noheader --format=%T | grep -qx idle
}

start_slurm() {
    host=$(hostname -s)
    port=$((20000 + $$ % 20000))
    mkdir "$work/state" "$work/spool"
    (umask 077 && head -c 1024 /dev/urandom >"$work/key")
    cat >"$work/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
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
    SLURM_CONF=$work/slurm.conf
    export SLURM_CONF
    start munged munged --foreground --force --num-threads=1 --socket="$work/munge.socket" --key-file="$work/key" \
        --pid-file="$work/munged.pid" --log-file="$work/munged.log" --seed-file="$work/munged.seed"
    until_true 10 test -S "$work/munge.socket" || return 1
    start slurmctld slurmctld -D -f "$SLURM_CONF"
    start slurmd slurmd -D -f "$SLURM_CONF" -N "$host"
    until_true 30 node_is_idle
}

# ---------------------------------------------------------------- a program that is killed once

# Like dateline, but the third shard is killed, the first time, when it has begun to write.
cat >"$work/dateline" <<SCRIPT
#!/bin/sh
case " \$* " in
    *" --shard 3/"*) [ -e "$work/killed" ] || victim=yes ;;
esac
[ -n "\${victim:-}" ] || exec "$DATELINE" "\$@"
"$DATELINE" "\$@" &
process=\$!
while kill -0 "\$process" && ! [ -e "$work/parts/3-of-4.nq.part" ]; do
    sleep 0.01
done
kill -KILL "\$process"
wait "\$process"
touch "$work/killed"
exit 137
SCRIPT
chmod +x "$work/dateline"

is_over() { # job
    jobs_left=$(squeue --noheader --jobs="$1") && [ -z "$jobs_left" ]
}

# Submits an array, waits until all its tasks are over, and answers whether all of them did well.
submit() { # option-of-sbatch...
    job=$(sbatch --parsable "$@") && until_true 300 is_over "$job" && scontrol show job "$job" >"$work/tasks" &&
        grep -q 'JobState=COMPLETED' "$work/tasks" && ! grep 'JobState=' "$work/tasks" | grep -v COMPLETED
}

array() { # indexes
    DATELINE=$work/dateline submit --array="$1" --output="$work/array-%a.log" \
        extractor/slurm/dateline-array.sh 4 "$work/parts" "$work/articles"
}

merge() {
    "$DATELINE" merge -o "$work/joined.nq" "$work"/parts/*-of-4.nq.manifest.tsv
}

# The same, but that each task finds out by itself which shard it is.
array_of_itself() { # indexes
    submit --array="$1" --output="$work/auto-%a.log" --wrap \
        "$DATELINE extract --shard auto -t nquads -o $work/auto/\$SLURM_ARRAY_TASK_ID.nq -m $work/auto/\$SLURM_ARRAY_TASK_ID.tsv $work/articles"
}

python3 -B tests/bench/corpus.py "$work/articles" 60 tests/data/sample.md tests/data/second.md tests/data/formats || exit 2
"$DATELINE" extract -o "$work/whole.nq" "$work/articles" 2>/dev/null
if ! start_slurm; then
    echo "not ok - Slurm starts"
    tail -n 5 "$work"/*.log
    echo "0 passed, 1 failed"
    exit 1
fi
cd "$TOP" || exit 2

holds "an array of four of which one is killed fails" fails array 1-4
holds "three of four are not joined" fails merge
holds "the third, submitted again by its index, is done" array 3
holds "the four are joined" merge
holds "joined they are the single run" cmp "$work/whole.nq" "$work/joined.nq"
holds "all of them again change nothing" array 1-4
holds "and are joined" merge
holds "to the same" cmp "$work/whole.nq" "$work/joined.nq"

mkdir "$work/auto"
holds "an array whose tasks find their shards themselves" array_of_itself 0-3
holds "is joined" "$DATELINE" merge -o "$work/joined.nq" "$work"/auto/*.tsv
holds "to the same" cmp "$work/whole.nq" "$work/joined.nq"
holds "one of it alone is refused" fails array_of_itself 2
holds "and says what to do" grep -q 'say --shard I/N' "$work/auto-2.log"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
