"""Makes the worker that loads it one on which Postil is not installed."""

import sys

sys.modules["postil"] = None
