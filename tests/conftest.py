"""What every test shares: Qt without a screen, and Hypothesis without a clock of its own."""

import os
import sys

if sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import settings

settings.register_profile("desk", deadline=None, max_examples=60)
settings.load_profile("desk")
