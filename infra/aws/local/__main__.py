"""`python -m infra.aws.local`"""

import sys

from infra.aws.local.runtime import main

if __name__ == "__main__":
    sys.exit(main())
