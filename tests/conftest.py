"""The same examples in every run: what a random search finds belongs into a test of its own."""

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
