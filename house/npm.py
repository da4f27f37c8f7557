"""`python -m house.npm …`: npm in the folder of the room's pages, with Node from a wheel where
the machine has none.
"""

import subprocess
import sys

from hatch_build import FRONTEND, environment

if __name__ == "__main__":
    sys.exit(
        subprocess.run(
            ["npm", *sys.argv[1:]], cwd=FRONTEND, env=environment(), check=False
        ).returncode
    )
