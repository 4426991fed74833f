"""The English pages of the sample → `sample/crawl/times.warc`, the same bytes each time."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

SAMPLE = Path(__file__).parents[1] / "sample"
ADDRESS = re.compile(r'<link rel="canonical" href="([^"]+)">')
PUBLISHED = re.compile(r'itemprop="datePublished" datetime="([^"]+)"')
DELAY = timedelta(minutes=47)  # the invented crawler came by this long after each article was published
ANSWER = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")


def pages() -> Iterator[tuple[str, datetime, bytes]]:
    """Give the address, the time of capture and the bytes of each page that is an article, oldest first."""
    for path in sorted((SAMPLE / "times").glob("2026-*.html")):
        body = path.read_bytes()
        address, published = ADDRESS.search(body.decode()), PUBLISHED.search(body.decode())
        if address and published:
            yield address.group(1), datetime.fromisoformat(published.group(1)).astimezone(UTC) + DELAY, body


def headers(address: str, captured: datetime) -> dict[str, str]:
    """Return the headers that would differ from run to run if warcio chose them."""
    return {
        "WARC-Date": captured.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, address + captured.isoformat())}>",
    }


def warc() -> bytes:
    """Return the WARC file; it is not compressed, since zlib's bytes change with its version."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    for address, captured, body in pages():
        given = headers(address, captured)
        record = writer.create_warc_record(
            address, "response", io.BytesIO(body), http_headers=ANSWER, warc_headers_dict=given
        )
        writer.write_record(record)
        record.raw_stream.close()  # warcio leaves its temporary file open
    return out.getvalue()


if __name__ == "__main__":
    target = SAMPLE / "crawl" / "times.warc"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(warc())
    print(f"{target.name}: {target.stat().st_size} bytes")
