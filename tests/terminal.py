"""Runs a command on a terminal of its own and prints what it writes there.

usage: terminal.py COLUMNS COMMAND...     exits with 1 when a line is wider than that
"""

import fcntl
import os
import pty
import struct
import sys
import termios
import unicodedata


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def main():
    columns = int(sys.argv[1])
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    child = os.fork()
    if child == 0:
        os.dup2(slave, 1)
        os.close(master)
        os.execvp(sys.argv[2], sys.argv[2:])
    os.close(slave)
    written = b""
    try:
        while piece := os.read(master, 65536):
            written += piece
    except OSError:  # the other side is closed
        pass
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    lines = written.decode().replace("\r", "").splitlines()
    print("\n".join(lines))
    sys.exit(status or any(width(line) > columns for line in lines))


main()
