"""Makes archives that other programs cannot be asked for, and spoils archives.

usage: archives.py gbk ZIP FILE...      the names in GBK, without a word about it, as Windows in China writes them
       archives.py odd TAR ARTICLE      the article under names that try to leave the folder, and what is no article
       archives.py spoil IN OUT-PREFIX  IN cut off at 25 places, and with a byte changed at each of them
"""

import io
import os
import sys
import tarfile
import zipfile


class GbkName(zipfile.ZipInfo):
    def _encodeFilenameFlags(self):
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def gbk(path, *files):
    with zipfile.ZipFile(path, "w") as archive:
        for file in files:
            with open(file, "rb") as stream:
                archive.writestr(GbkName("一月/" + os.path.basename(file)), stream.read(), zipfile.ZIP_DEFLATED)


def odd(path, article):
    with open(article, "rb") as stream:
        text = stream.read()
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as archive:

        def add(name, content=text, **fields):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            for field, value in fields.items():
                setattr(member, field, value)
            archive.addfile(member, io.BytesIO(content))

        add("../../up.md")
        add("/absolute.md")
        add("a" * 300 + ".md")
        add("picture.jpg", b"not read")
        add("._up.md", b"\0\1\2")
        add("link.md", b"", type=tarfile.SYMTYPE, linkname="/etc/passwd")
        add("empty.md", b"")
        add("within.zip", b"PK\3\4")
        add("packed.md.gz", b"\x1f\x8b\x08")


def spoil(path, prefix):
    with open(path, "rb") as stream:
        good = stream.read()
    for i in range(25):
        at = i * len(good) // 25
        with open(f"{prefix}-cut-{i}", "wb") as stream:
            stream.write(good[:at])
        with open(f"{prefix}-changed-{i}", "wb") as stream:
            stream.write(good[:at] + bytes([good[at] ^ 0x55]) + good[at + 1:])


{"gbk": gbk, "odd": odd, "spoil": spoil}[sys.argv[1]](*sys.argv[2:])
