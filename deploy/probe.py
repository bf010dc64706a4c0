"""Ask this container's own server how it is; end with 1 unless it answers 200. `python deploy/probe.py ready`."""

import os
import sys
from http.client import HTTPConnection, HTTPException

SECONDS = 4


def main() -> int:
    """Ask for /health/NAME/ by a name that the site knows as its own."""
    host = os.environ["ALLOWED_HOSTS"].split(",")[0].strip()
    connection = HTTPConnection("127.0.0.1", int(os.environ.get("PORT", "8000")), timeout=SECONDS)
    try:
        connection.request("GET", f"/health/{sys.argv[1]}/", headers={"Host": host})
        status = connection.getresponse().status
    except (OSError, HTTPException) as error:
        print(error)
        return 1
    print(status)
    return int(status != 200)


if __name__ == "__main__":
    sys.exit(main())
