"""Engine: runs the stages over pages, on this machine or on a cluster."""

from tellings.engine.build import BuildSummary, Progress, build

__all__ = ["BuildSummary", "Progress", "build"]
