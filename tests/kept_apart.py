"""What the tests' server of forks has imported is not walked through again when Python looks for
what nobody holds.
"""

import gc

gc.collect()
gc.freeze()
