"""Engine: runs the stages over pages, on this machine or on a cluster."""

from tellings.engine.build import BuildSummary, Progress, build
from tellings.engine.local import Engine, Here, Processes

__all__ = ["BuildSummary", "Engine", "Here", "Processes", "Progress", "build"]
