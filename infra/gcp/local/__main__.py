"""`python -m infra.gcp.local`"""

import sys

from infra.gcp.local.runtime import main

if __name__ == "__main__":
    sys.exit(main())
