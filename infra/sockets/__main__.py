"""`python -m infra.sockets`"""

import sys

from infra.sockets.service import main

if __name__ == "__main__":
    sys.exit(main())
